import type { Budget } from '../../budget.ts'
import { createMemoryCache } from '../../memory-cache.ts'
import type { ByteSource } from '../../table/byte-source.ts'

/** What a database says of itself in its first hundred bytes. */
export type SqliteHeader = {
  readonly pageSize: number
  /** Bytes of a page that may hold cells. */
  readonly usable: number
  readonly pages: number
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be'
  /** Are its latest changes kept in a file beside it until they are merged? */
  readonly hasJournal: boolean
}

const magic = 'SQLite format 3\0'
const encodings = { 1: 'utf-8', 2: 'utf-16le', 3: 'utf-16be' } as const

export const isSqlite = (head: Uint8Array): boolean =>
  Array.from(magic).every((letter, at) => head[at] === letter.charCodeAt(0))

export function readHeader(bytes: Uint8Array, size: number): SqliteHeader {
  if (bytes.length < 100) throw new Error('it is cut short')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const stored = view.getUint16(16)
  const pageSize = stored === 1 ? 65_536 : stored
  const usable = pageSize - view.getUint8(20)
  const isSound = pageSize >= 512 && (pageSize & (pageSize - 1)) === 0 && usable >= 480
  if (!isSound) throw new Error('its header is damaged')
  const encoding = encodings[view.getUint32(56) as keyof typeof encodings] ?? 'utf-8'
  return { pageSize, usable, pages: Math.ceil(size / pageSize), encoding, hasJournal: view.getUint8(19) === 2 }
}

const blockSize = 1 << 18
const mostBlocks = 32

/** Pages of a database, fetched in blocks, of which the latest are kept. */
export class Pages {
  readonly header: SqliteHeader
  /** Of reading it once. */
  readonly budget: Budget
  readonly #file: ByteSource
  readonly #blocks = createMemoryCache<number, Uint8Array>({ total: mostBlocks })

  constructor(file: ByteSource, header: SqliteHeader, budget: Budget) {
    this.#file = file
    this.header = header
    this.budget = budget
  }

  /** The same pages, read once more. */
  again(): Pages {
    return new Pages(this.#file, this.header, this.budget.pass())
  }

  /** A page by its number, from 1. */
  async page(number: number): Promise<DataView> {
    const { pageSize, pages } = this.header
    if (number < 1 || number > pages) throw new Error('one of its pages lies beyond its end')
    const start = (number - 1) * pageSize
    const block = await this.#block(Math.floor(start / blockSize))
    const from = start % blockSize
    if (from + pageSize > block.length) throw new Error('it is cut short')
    return new DataView(block.buffer, block.byteOffset + from, pageSize)
  }

  async #block(index: number): Promise<Uint8Array> {
    const known = this.#blocks.get(index)
    if (known !== undefined) return known
    const start = index * blockSize
    const bytes = new Uint8Array(await this.#file.slice(start, Math.min(this.#file.byteLength, start + blockSize)))
    this.#blocks.set(index, bytes)
    return bytes
  }
}
