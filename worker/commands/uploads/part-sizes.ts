/** How many parts a file is sent in. */
export const partCount = (bytes: number, partBytes: number): number => Math.ceil(bytes / partBytes)

/** How long a part must be: all of one size, but for the last. Null for a part that does not exist. */
export function partLength(number: number, bytes: number, partBytes: number): number | null {
  if (number < 1 || number > partCount(bytes, partBytes)) return null
  return Math.min(partBytes, bytes - (number - 1) * partBytes)
}
