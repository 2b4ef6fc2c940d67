import type { Budget } from '../budget.ts'
import type { Column, Field, Table } from '../table/table.ts'
import { cellAt } from '../table/table.ts'
import { TextMerger } from '../table/text-merger.ts'
import type { IngestReport } from './ingest-report.ts'
import { nameColumns } from './name-columns.ts'
import type { Batch, OddCell, OpenedFile, Reading } from './reader.ts'
import { orFail } from './reading-failed.ts'

/** A file that says the types of its columns itself. */
export type TypedFile = {
  readonly name: string
  /** As people call it: `a Parquet file`. */
  readonly kind: string
  readonly fields: readonly Field[]
  /** Null where the file does not say before it is read. */
  readonly rows: number | null
  readonly notes: readonly string[]
  /** Throws where the file is damaged. */
  readonly tables: (budget: Budget) => AsyncIterable<Table>
}

function textColumn(column: Column, rows: number): Column {
  if (column.type === 'text') return column
  const merger = new TextMerger()
  const codes = Int32Array.from({ length: rows }, (_, row) => {
    const cell = cellAt(column, row)
    return cell === null ? -1 : merger.codeOf(String(cell))
  })
  return { name: column.name, type: 'text', codes, dictionary: merger.dictionary }
}

/** In milliseconds, by how much a float of nanoseconds since 1970 may be off in this century; a microsecond is more. */
const inexactness = 6e-4

/** Moments and durations cut to whole milliseconds, as they are stored; how many of them were finer. */
function inMilliseconds(values: Float64Array): { readonly values: Float64Array; readonly finer: number } {
  let finer = 0
  const whole = values.map((value) => {
    const nearest = Math.round(value)
    if (!Number.isFinite(value) || Math.abs(value - nearest) < inexactness) return nearest
    finer++
    return Math.floor(value)
  })
  return { values: whole, finer }
}

/** Values of each column that were finer than a millisecond. */
class FinerTimes {
  readonly #counts = new Map<string, number>()

  cut(column: Column): Column {
    if (column.type !== 'timestamp' && column.type !== 'duration') return column
    const { values, finer } = inMilliseconds(column.values)
    if (finer > 0) this.#counts.set(column.name, (this.#counts.get(column.name) ?? 0) + finer)
    return { ...column, values }
  }

  get notes(): readonly string[] {
    return [...this.#counts].map(
      ([name, count]) =>
        `“${name}”: ${count.toLocaleString('en-US')} ${count === 1 ? 'time is' : 'times are'} finer than a millisecond; the digits beyond it were cut off.`,
    )
  }
}

/** The largest moment that a date can hold, in milliseconds. */
const latest = 8.64e15

/** Infinity, and moments that no calendar has, are no values to compute with: null, and kept as odd. */
function withoutEndless({ rows, columns }: Table, firstRow: number): Batch {
  const odd: OddCell[] = []
  const kept = columns.map((column, place) => {
    if (column.type === 'text') return column
    const most = column.type === 'date' || column.type === 'timestamp' ? latest : Number.MAX_VALUE
    const bad = column.values.findIndex((value) => Math.abs(value) > most)
    if (bad < 0) return column
    const values = column.values.slice()
    for (let row = bad; row < rows; row++) {
      const value = values[row] ?? 0
      if (!(Math.abs(value) > most)) continue
      odd.push({ row: firstRow + row, column: place, text: String(value) })
      values[row] = Number.NaN
    }
    return { ...column, values }
  })
  return { firstRow, table: { rows, columns: kept }, odd: odd.sort((a, b) => a.row - b.row || a.column - b.column) }
}

/** Batches straight from typed columns, without a detour by text. */
export function openTyped(file: TypedFile, options: Reading): OpenedFile {
  const isRaw = options.raw === true
  const headers = file.fields.map(({ name }) => name)
  const { names, notes } = nameColumns(headers, headers.length)
  const nameAt = (place: number): string => names[place] ?? ''
  let rowsRead = 0
  let finer = new FinerTimes()
  async function* batches(): AsyncGenerator<Batch> {
    rowsRead = 0
    finer = new FinerTimes()
    for await (const { rows, columns } of file.tables(options.budget.pass())) {
      if (options.signal?.aborted) return
      const named = columns.map((column, place) => finer.cut({ ...column, name: nameAt(place) }))
      const table = { rows, columns: isRaw ? named.map((column) => textColumn(column, rows)) : named }
      yield withoutEndless(table, rowsRead)
      rowsRead += rows
      if (file.rows !== null) options.progress?.(Math.min(1, rowsRead / Math.max(1, file.rows)))
    }
  }
  const report = (): IngestReport => ({
    encoding: 'UTF-8',
    delimiter: null,
    hasHeader: true,
    rowsRead,
    oddRows: 0,
    oddRowExamples: [],
    notes: [...file.notes, ...notes.filter((note) => note !== null), ...finer.notes],
  })
  return {
    fields: file.fields.map(({ type }, place) => ({ name: nameAt(place), type: isRaw ? 'text' : type })),
    headers,
    units: new Map(),
    batches: () => orFail(batches(), file.name, file.kind),
    report,
  }
}
