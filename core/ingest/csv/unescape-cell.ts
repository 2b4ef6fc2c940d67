const backslash = 92

/** Undoes doubled quotes (and, where asked, backslashes before a quote or a backslash) in place; returns the new length. */
export function unescapeCell(cell: Uint8Array, quote: number, withBackslash: boolean): number {
  let length = 0
  for (let index = 0; index < cell.length; index++) {
    const byte = cell[index] ?? 0
    const next = cell[index + 1]
    const isDoubled = byte === quote && next === quote
    const isEscaped = withBackslash && byte === backslash && (next === quote || next === backslash)
    if (isDoubled || isEscaped) index++
    cell[length++] = cell[index] ?? 0
  }
  return length
}
