import type { CleanField, Rows } from '#core/clean/rows.ts'
import { textOfCell } from '#core/clean/values/cell-text.ts'
import { textColumn } from '#core/clean/values/map-texts.ts'
import type { ColumnType } from '#core/table/table.ts'

type Values = readonly (string | number | null)[]
export type Spec = Readonly<
  Record<string, { type: ColumnType; values: Values; odd?: Readonly<Record<number, string>> }>
>

/** Rows to clean out of plain values. */
export function rowsOf(spec: Spec): { fields: readonly CleanField[]; rows: Rows } {
  const entries = Object.entries(spec)
  const count = entries[0]?.[1].values.length ?? 0
  const columns = entries.map(([name, { type, values, odd = {} }]) => ({
    column:
      type === 'text'
        ? textColumn(name, count, (row) => values[row]?.toString() ?? null)
        : {
            name,
            type,
            values: Float64Array.from(values, (value) =>
              typeof value === 'string' ? Date.parse(value) : (value ?? Number.NaN),
            ),
          },
    odd: new Map(Object.entries(odd).map(([row, text]) => [Number(row), text])),
  }))
  return {
    fields: entries.map(([name, { type }]) => ({ name, type })),
    rows: { count, columns, origins: Float64Array.from({ length: count }, (_, row) => row) },
  }
}

/** The same rows in batches of some size. */
export function cut({ count, columns, origins }: Rows, size: number): Rows[] {
  const batches: Rows[] = []
  for (let from = 0; from < count; from += size) {
    const to = Math.min(count, from + size)
    batches.push({
      count: to - from,
      columns: columns.map(({ column, odd }) => ({
        column:
          column.type === 'text'
            ? { ...column, codes: column.codes.slice(from, to) }
            : { ...column, values: column.values.slice(from, to) },
        odd: new Map([...odd].filter(([row]) => row >= from && row < to).map(([row, text]) => [row - from, text])),
      })),
      origins: origins.slice(from, to),
    })
  }
  return batches
}

/** Every row as texts, by column; with its origin under an empty name. */
export function written(batches: readonly Rows[]): Record<string, string | null>[] {
  return batches.flatMap((rows) =>
    Array.from({ length: rows.count }, (_, row) => ({
      '': String(rows.origins[row]),
      ...Object.fromEntries(rows.columns.map((cells) => [cells.column.name, textOfCell(cells, row)])),
    })),
  )
}

/** The texts of one column, from its first row to its last. */
export const columnOf = (batches: readonly Rows[], name: string): (string | null)[] =>
  written(batches).map((row) => row[name] ?? null)
