import type { Format } from '../semantic/vocabulary.ts'
import type { Column, ColumnType, Table } from '../table/table.ts'
import type { ChartData, ColumnPart } from './chart.ts'

const formats: Readonly<Record<ColumnType, Format>> = {
  boolean: 'text',
  integer: 'number',
  decimal: 'number',
  date: 'date',
  timestamp: 'date',
  duration: 'duration',
  text: 'text',
}

const isMeasured = ({ type }: Column): boolean => type === 'integer' || type === 'decimal' || type === 'duration'

/** More rows than this are a list and not groups to be compared. */
const mostGroups = 1000

function kindOf(column: Column, isGrouped: boolean): ColumnPart['kind'] {
  if (!isGrouped) return 'listed'
  if (isMeasured(column)) return 'measure'
  return column.type === 'date' || column.type === 'timestamp' ? 'time' : 'category'
}

/** A result made ready to draw of which nothing is known but its columns: what SQL gives. */
export function dataOfTable(table: Table): ChartData {
  const isGrouped =
    table.rows <= mostGroups && (table.rows === 1 || table.columns.some((column) => !isMeasured(column)))
  const part = (column: Column): ColumnPart => ({
    kind: kindOf(column, isGrouped),
    label: column.name,
    grain: null,
    absent: null,
    // SQL says in which order its rows stand.
    isSorted: true,
  })
  return {
    table,
    formats: Object.fromEntries(table.columns.map(({ name, type }) => [name, formats[type]])),
    parts: Object.fromEntries(table.columns.map((column) => [column.name, part(column)])),
  }
}
