import { cellAt } from '../table/table.ts'
import type { ChartData } from './chart.ts'
import { inSentence, plural } from './labels.ts'
import { naturalOrder } from './natural-rows.ts'
import { joinNotes } from './pivot.ts'
import { noValues, numberAt, sceneColumn, textAt, type ResultColumn } from './result-columns.ts'
import type { MatrixScene, Scene } from './scenes.ts'

/** More rows or columns than this are too small to read; the table holds the rest. */
export const sideLimit = 60

type Side = { readonly rows: readonly number[]; readonly left: number; readonly at: (row: number) => number }

const keyAt = ({ column }: ResultColumn, row: number): number =>
  column.type === 'text' ? (column.codes[row] ?? -1) : (column.values[row] ?? Number.NaN)

/** What runs (moments, bins, parts) from small to large; weekdays and the like in their own order; all else as it stands. */
function sorted(column: ResultColumn, rows: readonly number[]): readonly number[] {
  if (column.column.type !== 'text') return [...rows].sort((a, b) => keyAt(column, a) - keyAt(column, b))
  const order = naturalOrder(column, rows)
  return order === null ? rows : order.map((at) => rows[at] ?? 0)
}

function sideOf({ table }: ChartData, column: ResultColumn): Side {
  const first = new Map<number, number>()
  for (let row = 0; row < table.rows; row += 1) {
    const key = keyAt(column, row)
    if (!first.has(key)) first.set(key, row)
  }
  const rows = sorted(column, [...first.values()]).slice(0, sideLimit)
  const places = new Map(rows.map((row, at) => [keyAt(column, row), at]))
  return { rows, left: first.size - rows.length, at: (row) => places.get(keyAt(column, row)) ?? -1 }
}

/** The least and the most of some cells; null where there is none. */
export function rangeOf(cells: readonly (readonly number[])[]): MatrixScene['range'] | null {
  const known = cells.flat().filter((value) => !Number.isNaN(value))
  return known.length === 0
    ? null
    : { min: known.reduce((a, b) => Math.min(a, b)), max: known.reduce((a, b) => Math.max(a, b)) }
}

const noteOf = (left: number, column: ResultColumn): string | null =>
  left > 0 ? `${left.toLocaleString('en')} more ${plural(inSentence(column.part.label))} are not drawn.` : null

type Columns = { readonly x: ResultColumn; readonly y: ResultColumn; readonly value: ResultColumn }

/** A cell for each pair of groups. */
export function matrixScene(data: ChartData, { x, y, value }: Columns): Scene {
  const [across, down] = [sideOf(data, x), sideOf(data, y)]
  const absent = value.part.absent ?? Number.NaN
  const cells = down.rows.map(() => across.rows.map(() => absent as number))
  for (let row = 0; row < data.table.rows; row += 1) {
    const line = cells[down.at(row)]
    const at = across.at(row)
    if (line && at >= 0) line[at] = numberAt(value.column, row)
  }
  const range = rangeOf(cells)
  if (range === null) return noValues
  return {
    kind: 'matrix',
    x: sceneColumn(x),
    y: sceneColumn(y),
    value: sceneColumn(value),
    columns: across.rows.map((row) => textAt(x, row)),
    rows: down.rows.map((row) => textAt(y, row)),
    columnKeys: across.rows.map((row) => cellAt(x.column, row)),
    rowKeys: down.rows.map((row) => cellAt(y.column, row)),
    cells,
    scale: range.min < 0 && range.max > 0 ? 'diverging' : 'sequential',
    range,
    note: joinNotes(noteOf(across.left, x), noteOf(down.left, y)),
  }
}
