/** Number of parts of a file. */
export const partCount = (bytes: number, partBytes: number): number => Math.ceil(bytes / partBytes)

/** Required size of a part: equal for all but the last. Null if the part does not exist. */
export function partLength(number: number, bytes: number, partBytes: number): number | null {
  if (number < 1 || number > partCount(bytes, partBytes)) return null
  return Math.min(partBytes, bytes - (number - 1) * partBytes)
}
