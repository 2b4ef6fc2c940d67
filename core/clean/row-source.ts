import type { Batch, OddCell } from '../ingest/reader.ts'
import type { Profile } from '../profile/profile.ts'
import type { Source } from '../table/source.ts'
import { type CleanField, noOdd, type Rows, type RowSource, tableOf } from './rows.ts'

type OddOf = Pick<Profile['columns'][number], 'name' | 'odd' | 'unit' | 'isGrouped'>

/** The odd cells of one column in a range of rows, by position in the range. */
function oddWithin(odd: OddOf['odd'], first: number, count: number): ReadonlyMap<number, string> {
  const within = odd.filter(({ row }) => row >= first && row < first + count)
  return within.length === 0 ? noOdd : new Map(within.map(({ row, text }) => [row - first, text]))
}

/** A version as rows: values from the file, odd cells and units from the profile. */
export function versionRows(source: Source, columns: readonly OddOf[], maxRows = Number.POSITIVE_INFINITY): RowSource {
  const known = new Map(columns.map((column) => [column.name, column]))
  const names = source.fields.map(({ name }) => name)
  const fields = source.fields.map((field): CleanField => {
    const { unit, isGrouped } = known.get(field.name) ?? {}
    return { ...field, ...(unit === undefined ? {} : { unit }), ...(isGrouped === true ? { isGrouped } : {}) }
  })
  async function* batches(): AsyncGenerator<Rows> {
    let first = 0
    for (let group = 0; group < source.rowGroups.length && first < maxRows; group++) {
      const table = await source.read(group, names)
      const start = first
      yield {
        count: table.rows,
        columns: table.columns.map((column) => ({
          column,
          odd: oddWithin(known.get(column.name)?.odd ?? [], start, table.rows),
        })),
        origins: Float64Array.from({ length: table.rows }, (_, row) => start + row),
      }
      first += table.rows
    }
  }
  return { fields, rows: source.rowGroups.reduce((sum, { rows }) => sum + rows, 0), batches }
}

/** Rows in memory as a source. */
export function memoryRows(fields: readonly CleanField[], loaded: readonly Rows[]): RowSource {
  return {
    fields,
    rows: loaded.reduce((sum, { count }) => sum + count, 0),
    batches: async function* () {
      yield* loaded
    },
  }
}

/** Reads all rows into memory; only for tables that fit. */
export async function loadRows(source: RowSource): Promise<readonly Rows[]> {
  const loaded: Rows[] = []
  for await (const rows of source.batches()) loaded.push(rows)
  return loaded
}

/** Converts rows to a batch for profilers and writers. */
export function batchOf(rows: Rows, firstRow: number): Batch {
  const odd = rows.columns.flatMap((cells, column): OddCell[] =>
    [...cells.odd].map(([row, text]) => ({ row: firstRow + row, column, text })),
  )
  return { firstRow, table: tableOf(rows), odd: odd.sort((a, b) => a.row - b.row || a.column - b.column) }
}
