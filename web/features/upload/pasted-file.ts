const separators = ['\t', ';', ',', '|'] as const

/** Converts pasted text to a file if it is a table: at least two lines with equal columns. Else null. */
export function fileFromText(text: string): File | null {
  const lines = text.trim().split(/\r?\n/u)
  if (lines.length < 2) return null
  const cells = (line: string, separator: string): number => line.split(separator).length
  const isTable = separators.some((separator) => {
    const width = cells(lines[0] ?? '', separator)
    const alike = lines.slice(0, 20).filter((line) => cells(line, separator) === width).length
    return width > 1 && alike >= Math.min(lines.length, 20) * 0.6
  })
  return isTable ? new File([text], 'Pasted table.csv', { type: 'text/csv' }) : null
}
