/** Downloads a file under a name valid on every system. */
export function save(title: string, extension: string, content: Blob): void {
  const name =
    title
      .replaceAll(/[\p{Cc}\\/:*?"<>|]+/gu, ' ')
      .trim()
      .slice(0, 120) || 'result'
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = `${name}.${extension}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
