import type { ByteSource } from '../table/byte-source.ts'

/** A file to read. Its bytes may be opened more than once: types are decided on the whole column before any is built. */
export type FileInput = {
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly open: () => AsyncIterable<Uint8Array>
  /** Some bytes alone, for kinds that are read from the back or by pages. */
  readonly slice: ByteSource['slice']
}
