import { open } from 'node:fs/promises'
import type { ByteSource } from '#core/table/byte-source.ts'

/** A file on disk, read by its ranges, for the time of some work. */
export async function withFile<Value>(path: string, work: (bytes: ByteSource) => Promise<Value>): Promise<Value> {
  const handle = await open(path)
  const { size } = await handle.stat()
  const slice = async (start: number, end: number): Promise<ArrayBuffer> => {
    const bytes = new Uint8Array(end - start)
    await handle.read(bytes, 0, bytes.length, start)
    return bytes.buffer
  }
  try {
    return await work({ byteLength: size, slice })
  } finally {
    await handle.close()
  }
}
