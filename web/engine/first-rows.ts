import { checkFile } from '#core/ingest/sniff.ts'

/** A shorter file is read as a whole about as soon. */
const worthIt = 1_500_000
const headBytes = 160_000

/** Does a file of this kind stay readable when it ends early? */
const canEnd = (format: string, head: Uint8Array): boolean =>
  format === 'csv' || (format === 'json' && head.find((byte) => byte > 32) === 0x7b)

/** The first whole lines of a long text file, which can be read in a moment; null of any other. */
export async function firstRows(name: string, file: Blob): Promise<Blob | null> {
  if (file.size < worthIt) return null
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer())
  const checked = checkFile(name, file.size, head, Number.POSITIVE_INFINITY)
  const end = head.lastIndexOf(10)
  // A byte of zero tells of wide characters, which a line's end may not cut in two.
  if (!checked.ok || !canEnd(checked.value.format, head) || end < 0 || head.includes(0)) return null
  return file.slice(0, end + 1)
}
