import type { ByteSource } from './byte-source.ts'

type Range = { readonly start: number; readonly end: number }

/** Maximum bytes between two ranges that are fetched as one. */
const gap = 32_768

/** Reads all ranges in parallel; merges close neighbours into one fetch. */
export async function readRanges(file: ByteSource, ranges: readonly Range[]): Promise<Uint8Array<ArrayBuffer>[]> {
  const fetches = merged(ranges)
  const buffers = await Promise.all(fetches.map(({ start, end }) => file.slice(start, end)))
  return ranges.map(({ start, end }) => {
    const index = fetches.findIndex((fetch) => fetch.start <= start && end <= fetch.end)
    const [fetch, buffer] = [fetches[index], buffers[index]]
    if (!fetch || !buffer || buffer.byteLength < fetch.end - fetch.start)
      throw new RangeError('The file ends too early')
    return new Uint8Array(buffer, start - fetch.start, end - start)
  })
}

function merged(ranges: readonly Range[]): Range[] {
  const joined: { start: number; end: number }[] = []
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && start - last.end <= gap) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}
