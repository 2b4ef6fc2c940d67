const dots = '•••'

/**
 * `j•••@example.com`: hides the local part and its length, and keeps the domain. Hides one or two letters entirely.
 * Null if the text is not an address.
 */
export function maskEmail(text: string): string | null {
  const at = text.lastIndexOf('@')
  if (at < 1) return null
  return `${at > 2 ? ([...text][0] ?? '') : ''}${dots}${text.slice(at)}`
}
