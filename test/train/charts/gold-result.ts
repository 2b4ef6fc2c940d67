import type { ChartData, ColumnPart } from '#core/charts/chart.ts'
import type { Cell, Column } from '#core/table/table.ts'
import type { Gold } from '../../eval/scorers.ts'
import { columnOf, tableOf } from '../../support/chart-tables.ts'

type Rows = readonly Readonly<Record<string, Cell>>[]

const isDate = (cell: Cell): boolean => typeof cell === 'string' && /^\d{4}-\d{2}(-\d{2})?/.test(cell)
const isNumber = (cell: Cell): boolean => typeof cell === 'number'

function columnIn(rows: Rows, name: string): Column {
  const cells = rows.map((row) => row[name] ?? null)
  const known = cells.filter((cell) => cell !== null)
  const type = known.every(isNumber) ? 'decimal' : known.every(isDate) ? 'date' : 'text'
  return columnOf(name, type, cells)
}

/** Whole numbers that are all years stand for time, as they do in a model. */
const areYears = (column: Column): boolean =>
  column.type !== 'text' && column.values.every((year) => Number.isInteger(year) && year >= 1800 && year <= 2100)

/** Is this column of a pair computed? */
const isComputed = (vql: string, name: string): boolean =>
  name === 'y_data' || (name === 'x_data' && /^\s*Visualize [A-Z ]+? SELECT \w+\s*\(/i.test(vql))

function partOf(vql: string, column: Column): ColumnPart {
  const aggregate = /\b(count|sum|avg|min|max)\s*\(/i.exec(vql)?.[1]?.toLowerCase()
  const part = { label: column.name, grain: null, absent: null } as const
  if (aggregate === undefined && !/\bgroup by\b|\bbin\b/i.test(vql)) return { ...part, kind: 'listed' }
  const isTime = column.type === 'date' || areYears(column)
  if (!isComputed(vql, column.name)) return { ...part, kind: isTime ? 'time' : 'category' }
  const adds = aggregate === 'count' || aggregate === 'sum'
  return { ...part, kind: 'measure', absent: adds ? 0 : null, ...(adds ? {} : { isAverage: true }) }
}

/** The result of an nvBench pair, ready to draw; null where it is empty. */
export function resultOfPair({ gold_result: result, expected }: Gold): ChartData | null {
  const rows = result as Rows
  if (rows.length === 0) return null
  const columns = Object.keys(rows[0] ?? {}).map((name) => columnIn(rows, name))
  return {
    table: tableOf(...columns),
    formats: {},
    parts: Object.fromEntries(columns.map((column) => [column.name, partOf(String(expected['vql']), column)])),
  }
}
