import type { ColumnType } from '../../table/table.ts'
import { type Cells, cellsOf, type Rows } from '../rows.ts'
import { textOfValue } from '../values/cell-text.ts'
import { fillNumbers, fillText } from '../values/map-texts.ts'
import { formatNumber } from '../../format/format-number.ts'
import { day } from '../../table/time-units.ts'

/** Converts a computed value to the column's type: integers rounded, dates at midnight. */
export function fitted(type: ColumnType, value: number): number {
  if (type === 'integer' || type === 'timestamp') return Math.round(value)
  if (type === 'date') return Math.round(value / day) * day
  return type === 'boolean' ? Number(value >= 0.5) : value
}

/** Formats a value for a sentence. */
export const said = (type: Exclude<ColumnType, 'text'>, value: number): string =>
  type === 'integer' || type === 'decimal' ? formatNumber(value) : textOfValue(type, value)

/** Fills every empty cell of a column with one value. */
export const fillWith =
  (name: string, value: number | string) =>
  (rows: Rows): Cells =>
    typeof value === 'string'
      ? fillText(cellsOf(rows, name), () => value)
      : fillNumbers(cellsOf(rows, name), () => value)
