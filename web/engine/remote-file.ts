import type { ByteSource } from '#core/table/byte-source.ts'

async function range(url: string, start: number, end: number): Promise<Response> {
  const response = await fetch(url, { headers: { range: `bytes=${start}-${end - 1}` } })
  if (response.status !== 206) throw new Error(`Asked for a range, got ${response.status}`)
  return response
}

/** A server file, fetched by range. */
export async function remoteFile(url: string): Promise<ByteSource> {
  const first = await range(url, 0, 4)
  return {
    byteLength: Number(first.headers.get('content-range')?.split('/')[1] ?? Number.NaN),
    slice: async (start, end) => (await range(url, start, end)).arrayBuffer(),
  }
}
