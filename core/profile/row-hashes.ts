import type { Steps } from '../budget.ts'
import type { Batch } from '../ingest/reader.ts'
import type { NumberColumn, TextColumn } from '../table/table.ts'
import { hashText, mix, type TextHashes } from './hash.ts'

/** Hash of null, because NaN has many bit patterns. */
const [nullLow, nullHigh] = [0x2545f491, 0x4f6cdd1d]

/** Two 32-bit hashes per row of a batch; equal rows have equal hashes. */
export class RowHashes {
  readonly first: Uint32Array
  readonly second: Uint32Array

  constructor(rows: number) {
    this.first = new Uint32Array(rows).fill(0x9e3779b9)
    this.second = new Uint32Array(rows).fill(0x85ebca6b)
  }

  /** Hashes the batch; yields after each column. */
  *add({ table, odd, firstRow }: Batch, texts: readonly (TextHashes | null)[]): Steps<void> {
    for (const [index, column] of table.columns.entries()) {
      const hashes = texts[index] ?? null
      if (column.type !== 'text') this.#addNumbers(column)
      else if (hashes !== null) this.#addTexts(column, hashes)
      yield
    }
    // An odd cell is null in the table, but its text distinguishes rows.
    for (const { row, column, text } of odd) this.#fold(row - firstRow, hashText(text, column), hashText(text, ~column))
    for (let row = 0; row < table.rows; row++) {
      this.first[row] = mix(this.first[row] ?? 0)
      this.second[row] = mix(this.second[row] ?? 0)
    }
  }

  #fold(row: number, low: number, high: number): void {
    this.first[row] = fold(this.first[row] ?? 0, low, high)
    this.second[row] = fold(this.second[row] ?? 0, high, low)
  }

  #addNumbers({ values }: NumberColumn): void {
    const { first, second } = this
    const bits = new Uint32Array(values.buffer, values.byteOffset, values.length * 2)
    for (let row = 0; row < values.length; row++) {
      const value = values[row] as number
      let low = bits[2 * row] as number
      let high = bits[2 * row + 1] as number
      if (value !== value) [low, high] = [nullLow, nullHigh]
      else if (value === 0) high = 0
      first[row] = fold(first[row] as number, low, high)
      second[row] = fold(second[row] as number, high, low)
    }
  }

  #addTexts({ codes }: TextColumn, hashes: TextHashes): void {
    const { first, second } = this
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row] as number
      const low = code < 0 ? nullLow : (hashes.first[code] as number)
      const high = code < 0 ? nullHigh : (hashes.second[code] as number)
      first[row] = fold(first[row] as number, low, high)
      second[row] = fold(second[row] as number, high, low)
    }
  }
}

function fold(hash: number, low: number, high: number): number {
  const once = Math.imul(hash ^ low, 0xcc9e2d51)
  const twice = Math.imul((once ^ (once >>> 15)) + high, 0x1b873593)
  return twice ^ (twice >>> 13)
}
