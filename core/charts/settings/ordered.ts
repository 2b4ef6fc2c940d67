import { takeRows } from '../../engine/take-rows.ts'
import type { ChartSpec } from '../chart-spec.ts'
import { nameIn, namesIn } from '../chart-spec.ts'
import type { ChartData } from '../chart.ts'
import { measuredColumns, namedColumn, numberAt, textAt, type ResultColumn } from '../result-columns.ts'
import type { Look } from './shared.ts'

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** What each category comes to, in the order of the rows in which they are first. */
function totalsOf({ table }: ChartData, x: ResultColumn, y: ResultColumn | undefined): ReadonlyMap<string, number> {
  const totals = new Map<string, number>()
  for (let row = 0; row < table.rows; row += 1) {
    const name = textAt(x, row)
    const value = y ? numberAt(y.column, row) : 0
    totals.set(name, (totals.get(name) ?? 0) + (Number.isNaN(value) ? 0 : value))
  }
  return totals
}

function compare(order: Look['order'], totals: ReadonlyMap<string, number>): (a: string, b: string) => number {
  if (order === 'name') return collator.compare
  const sign = order === 'largest' ? -1 : 1
  return (a, b) => sign * ((totals.get(a) ?? 0) - (totals.get(b) ?? 0))
}

/** The result with the categories along its axis in the order that was chosen; that order then wins over any other. */
export function ordered(spec: ChartSpec, data: ChartData, { order }: Look): ChartData {
  const x = namedColumn(data, nameIn(spec, 'x'))
  if (order === undefined || order === 'asItStands' || x === undefined) return data
  const totals = totalsOf(data, x, measuredColumns(data, namesIn(spec, 'y'))[0])
  const rank = new Map([...totals.keys()].sort(compare(order, totals)).map((name, at) => [name, at]))
  const rankOf = Array.from({ length: data.table.rows }, (_, row) => rank.get(textAt(x, row)) ?? 0)
  const rows = Int32Array.from(rankOf.keys()).sort((a, b) => (rankOf[a] ?? 0) - (rankOf[b] ?? 0) || a - b)
  return {
    ...data,
    table: { rows: data.table.rows, columns: data.table.columns.map((column) => takeRows(column, rows)) },
    parts: { ...data.parts, [x.name]: { ...x.part, isSorted: true } },
  }
}
