import type { Block } from '../block.ts'

/** One row as text; null is no value. Cells after its last are missing. */
export type TextRow = readonly (string | null)[]

const encoder = new TextEncoder()
const firstSize = 1 << 16

/** Packs rows of strings into blocks of bytes, the form that types are decided and built from. */
export class BlockWriter {
  rows = 0
  readonly #width: number
  #bytes = new Uint8Array(firstSize)
  #length = 0
  #starts: number[] = []
  #ends: number[] = []

  constructor(width: number) {
    this.#width = width
  }

  /** Enough for one block. */
  get isFull(): boolean {
    return this.rows >= 4096 || this.#length > 1 << 20 || this.#starts.length > 1 << 18
  }

  add(row: TextRow): void {
    for (let column = 0; column < this.#width; column++) {
      const text = row[column] ?? null
      // An empty cell begins where the text has come to, so that the block's size can be told from any cell.
      this.#starts.push(this.#length)
      if (text !== null) this.#write(text)
      this.#ends.push(this.#length)
    }
    this.rows++
  }

  take(): Block {
    const block = {
      bytes: this.#bytes.subarray(0, this.#length),
      rows: this.rows,
      width: this.#width,
      starts: Int32Array.from(this.#starts),
      ends: Int32Array.from(this.#ends),
    }
    this.rows = 0
    this.#bytes = new Uint8Array(firstSize)
    this.#length = 0
    this.#starts = []
    this.#ends = []
    return block
  }

  #write(text: string): void {
    this.#reserve(text.length)
    const from = this.#length
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code > 127) {
        this.#length = from
        return this.#writeEncoded(encoder.encode(text))
      }
      this.#bytes[this.#length++] = code
    }
  }

  #writeEncoded(bytes: Uint8Array): void {
    this.#reserve(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  #reserve(more: number): void {
    const needed = this.#length + more
    if (needed <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2))
    larger.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = larger
  }
}
