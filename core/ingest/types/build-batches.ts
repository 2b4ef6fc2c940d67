import type { Field } from '../../table/table.ts'
import type { Block } from '../block.ts'
import type { Batch, OddCell, SurplusCells } from '../reader.ts'
import type { ColumnBuilder, Misfit } from './column-builder.ts'
import type { ColumnPlan } from './column-plan.ts'
import { numberBuilder } from './number-builder.ts'
import { textBuilder } from './text-builder.ts'

const mostRows = 65_536
const fewestRows = 512
/** At most so many cells, and about so many bytes of text, are in one batch: this bounds memory for wide tables and long texts. */
const mostCells = 1 << 21
const mostBytes = 1 << 24

export type BatchColumn = {
  readonly field: Field
  readonly plan: ColumnPlan
  /** Its place in the blocks. */
  readonly place: number
}

function builderOf({ field, plan }: BatchColumn, rows: number): ColumnBuilder {
  return plan.type === 'text' ? textBuilder(field.name, plan, rows) : numberBuilder(field.name, plan, rows)
}

const byRow = (a: OddCell, b: OddCell): number => a.row - b.row || a.column - b.column

class BatchBuilder {
  rows = 0
  readonly capacity: number
  #firstRow = 0
  #bytes = 0
  #surplus: SurplusCells[] = []
  readonly #columns: readonly { readonly place: number; readonly builder: ColumnBuilder; misfits: Misfit[] }[]

  constructor(columns: readonly BatchColumn[]) {
    this.capacity = Math.max(fewestRows, Math.min(mostRows, Math.floor(mostCells / Math.max(1, columns.length))))
    this.#columns = columns.map((column) => ({
      place: column.place,
      builder: builderOf(column, this.capacity),
      misfits: [],
    }))
  }

  get isFull(): boolean {
    return this.rows === this.capacity || this.#bytes > mostBytes
  }

  append(block: Block, from: number, to: number): void {
    for (const { place, builder, misfits } of this.#columns) {
      builder.append({ block, column: place, from, to }, this.rows, misfits)
    }
    for (const { row, cells } of block.surplus ?? []) {
      if (row >= from && row < to) this.#surplus.push({ row: this.#firstRow + this.rows + row - from, cells })
    }
    this.rows += to - from
    // From the first cell of the first row to that of the last: every row has its first cell.
    this.#bytes += (block.starts[(to - 1) * block.width] ?? 0) - (block.starts[from * block.width] ?? 0)
  }

  take(): Batch {
    const { rows } = this
    const firstRow = this.#firstRow
    const columns = this.#columns.map(({ builder }) => builder.finish(rows))
    const odd = this.#columns.flatMap((column, index) => {
      const { misfits } = column
      column.misfits = []
      return misfits.map(({ row, text }) => ({ row: firstRow + row, column: index, text }))
    })
    const surplus = this.#surplus
    this.#firstRow += rows
    this.rows = 0
    this.#bytes = 0
    this.#surplus = []
    const batch = { firstRow, table: { rows, columns }, odd: odd.sort(byRow) }
    return surplus.length > 0 ? { ...batch, surplus } : batch
  }
}

/** Typed batches out of blocks of text. */
export async function* buildBatches(
  blocks: AsyncIterable<Block>,
  columns: readonly BatchColumn[],
): AsyncGenerator<Batch> {
  const batch = new BatchBuilder(columns)
  for await (const block of blocks) {
    for (let from = 0; from < block.rows;) {
      const to = Math.min(block.rows, from + batch.capacity - batch.rows)
      batch.append(block, from, to)
      from = to
      if (batch.isFull) yield batch.take()
    }
  }
  if (batch.rows > 0) yield batch.take()
}
