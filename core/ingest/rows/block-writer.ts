import type { Block } from '../block.ts'

/** One row as text; null is no value. Cells after its last are missing. */
export type TextRow = readonly (string | null)[]

const encoder = new TextEncoder()
const firstSize = 1 << 16
const mostCells = 1 << 18

/** Packs rows of strings into blocks of bytes, the form that types are decided and built from. */
export class BlockWriter {
  rows = 0
  readonly #width: number
  #bytes = new Uint8Array(firstSize)
  #length = 0
  #cells = 0
  #starts: Int32Array<ArrayBuffer>
  #ends: Int32Array<ArrayBuffer>

  constructor(width: number) {
    this.#width = width
    this.#starts = new Int32Array(Math.max(firstSize >> 4, width))
    this.#ends = new Int32Array(this.#starts.length)
  }

  /** Enough for one block. */
  get isFull(): boolean {
    return this.rows >= 4096 || this.#length > 1 << 20 || this.#cells > mostCells
  }

  add(row: TextRow): void {
    const end = this.#cells + this.#width
    if (end > this.#starts.length) this.#grow()
    for (let column = 0; column < Math.min(row.length, this.#width); column++) {
      const text = row[column] ?? null
      // An empty cell begins where the text has come to, so that the block's size can be told from any cell.
      this.#starts[this.#cells] = this.#length
      if (text !== null) this.#write(text)
      this.#ends[this.#cells++] = this.#length
    }
    for (const places of [this.#starts, this.#ends]) places.fill(this.#length, this.#cells, end)
    this.#cells = end
    this.rows++
  }

  take(): Block {
    const block = {
      bytes: this.#bytes.subarray(0, this.#length),
      rows: this.rows,
      width: this.#width,
      starts: this.#starts.slice(0, this.#cells),
      ends: this.#ends.slice(0, this.#cells),
    }
    this.rows = 0
    this.#bytes = new Uint8Array(firstSize)
    this.#length = 0
    this.#cells = 0
    return block
  }

  #grow(): void {
    const size = Math.max(this.#starts.length * 2, this.#cells + this.#width)
    const [starts, ends] = [new Int32Array(size), new Int32Array(size)]
    starts.set(this.#starts)
    ends.set(this.#ends)
    this.#starts = starts
    this.#ends = ends
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
