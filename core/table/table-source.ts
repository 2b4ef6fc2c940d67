import type { Source } from './source.ts'
import { type Column, type Field, findColumn, type Table, type TextColumn } from './table.ts'
import { TextMerger } from './text-merger.ts'

/** Rows per in-memory row group; the engine's working arrays then fit the processor's cache. */
const rowsAtATime = 65_536

type Slice = { readonly table: number; readonly start: number; readonly end: number }

/**
 * A Source over tables in memory, which must have the same columns. The first read of a text column merges the
 * dictionaries of all tables, so later Queries compare codes only.
 */
export function tableSource(tables: readonly Table[]): Source {
  const fields: Field[] = (tables[0]?.columns ?? []).map(({ name, type }) => ({ name, type }))
  const slices = tables.flatMap(slicesOf)
  const unified = new Map<string, readonly Column[]>()

  const columnsNamed = (name: string): readonly Column[] => {
    const columns = unified.get(name) ?? unify(tables.map((table) => existing(table, name)))
    unified.set(name, columns)
    return columns
  }

  return {
    fields,
    rowGroups: slices.map(({ start, end }) => ({ rows: end - start, statistics: {} })),
    read: (rowGroup, names) => {
      const slice = slices[rowGroup]
      if (!slice) return Promise.reject(new RangeError(`No row group ${rowGroup}`))
      const { table, start, end } = slice
      const columns = names.map((name) => cut(columnsNamed(name)[table], start, end))
      return Promise.resolve({ rows: end - start, columns })
    },
  }
}

function slicesOf({ rows }: Table, table: number): Slice[] {
  return Array.from({ length: Math.ceil(rows / rowsAtATime) }, (_, index) => ({
    table,
    start: index * rowsAtATime,
    end: Math.min(rows, (index + 1) * rowsAtATime),
  }))
}

function existing(table: Table, name: string): Column {
  const column = findColumn(table, name)
  if (!column) throw new Error(`No column ${name} in a table of this source`)
  return column
}

function unify(columns: readonly Column[]): readonly Column[] {
  const text = columns.filter((column): column is TextColumn => column.type === 'text')
  if (text.every(({ dictionary }) => dictionary === text[0]?.dictionary)) return columns
  const merger = new TextMerger()
  const codes = text.map((column) => merger.merge(column))
  return text.map(({ name, type }, index) => ({
    name,
    type,
    codes: codes[index] ?? new Int32Array(0),
    dictionary: merger.dictionary,
  }))
}

function cut(column: Column | undefined, start: number, end: number): Column {
  if (!column) throw new Error('The tables of a source must have the same columns')
  return column.type === 'text'
    ? { ...column, codes: column.codes.subarray(start, end) }
    : { ...column, values: column.values.subarray(start, end) }
}
