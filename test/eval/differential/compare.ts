import type { Column, Table } from '#core/table/table.ts'

/** How far two engines' numbers may lie apart because of the order in which they add: in parts of the numbers added. */
export type Scales = ReadonlyMap<string, number>

/** The first difference between two results in words; null where there is none. Order counts. */
export function difference(ours: Table, theirs: Table, scales: Scales): string | null {
  if (ours.rows !== theirs.rows) return `${ours.rows} rows, not ${theirs.rows}`
  const [left, right] = [ours, theirs].map(({ columns }) =>
    columns.map(({ name, type }) => `${name}: ${type}`).join(', '),
  )
  if (left !== right) return `the columns ${left}, not ${right}`
  for (const [at, column] of ours.columns.entries()) {
    const other = theirs.columns[at]
    if (!other) continue
    for (let row = 0; row < ours.rows; row++) {
      if (!isSame(column, other, row, scales.get(column.name) ?? 0))
        return `${column.name} in row ${row} is ${shown(column, row)}, not ${shown(other, row)}`
    }
  }
  return null
}

function isSame(ours: Column, theirs: Column, row: number, scale: number): boolean {
  if (ours.type === 'text' || theirs.type === 'text') return shown(ours, row) === shown(theirs, row)
  const [a, b] = [ours.values[row] ?? Number.NaN, theirs.values[row] ?? Number.NaN]
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) && Number.isNaN(b)
  return Math.abs(a - b) <= Math.max(1e-9 * Math.max(Math.abs(a), Math.abs(b)), 1e-12 * scale)
}

function shown(column: Column, row: number): string {
  if (column.type !== 'text') return String(column.values[row])
  const text = column.dictionary[column.codes[row] ?? -1]
  return text === undefined ? 'null' : JSON.stringify(text)
}

/** The largest number that an engine may come to while it computes a measure. */
export function scaleOf(column: Column | undefined, aggregate: string): number {
  if (!column || column.type === 'text') return 0
  const sizes = column.values.filter((value) => !Number.isNaN(value)).map(Math.abs)
  const largest = sizes.reduce((max, size) => Math.max(max, size), 0)
  if (aggregate === 'variance') return largest * largest
  return aggregate === 'sum' ? sizes.reduce((sum, size) => sum + size, 0) : largest
}
