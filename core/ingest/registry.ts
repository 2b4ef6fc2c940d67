import { gzip } from './archive/gzip.ts'
import { zip } from './archive/zip.ts'
import type { Reader } from './reader.ts'
import { tableReaders } from './table-readers.ts'

/** Every kind of file that can be read, the most particular first. */
export const readers = { gzip, zip, ...tableReaders } as const satisfies Record<string, Reader>

export type ReaderId = keyof typeof readers
