import { checkFile } from '#core/ingest/sniff.ts'

/** Minimum file size in bytes; a shorter file is read as a whole about as quickly. */
const worthIt = 1_500_000
const headBytes = 160_000

/** True if a file of this format is readable when truncated. */
const canEnd = (format: string, head: Uint8Array): boolean =>
  format === 'csv' || (format === 'json' && head.find((byte) => byte > 32) === 0x7b)

/** The first complete lines of a long text file; null for other files. */
export async function firstRows(name: string, file: Blob): Promise<Blob | null> {
  if (file.size < worthIt) return null
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer())
  const checked = checkFile(name, file.size, head, Number.POSITIVE_INFINITY)
  const end = head.lastIndexOf(10)
  // A zero byte indicates UTF-16, which a line break must not split.
  if (!checked.ok || !canEnd(checked.value.format, head) || end < 0 || head.includes(0)) return null
  return file.slice(0, end + 1)
}
