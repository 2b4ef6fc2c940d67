const dots = '•••'

/** `j•••@example.com`: who it is is hidden, and how long their name is; where is not. A name of one or two letters is hidden whole. Null of what is no address. */
export function maskEmail(text: string): string | null {
  const at = text.lastIndexOf('@')
  if (at < 1) return null
  return `${at > 2 ? ([...text][0] ?? '') : ''}${dots}${text.slice(at)}`
}
