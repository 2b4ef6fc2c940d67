import type { ChartData, ColumnPart } from './chart.ts'
import { distinctIn, isNumeric, resultColumns, type ResultColumn } from './result-columns.ts'

/** More rows than this are read one by one, or counted, and not set side by side. */
const mostRows = 400

const isMoment = ({ column }: ResultColumn): boolean => column.type === 'date' || column.type === 'timestamp'

/** The column whose values tell the rows apart. */
const nameOfRows = (data: ChartData, columns: readonly ResultColumn[]): ResultColumn | undefined =>
  columns.find((each) => !isNumeric(each.column) && distinctIn(data, each.column) === data.table.rows)

/**
 * Listed rows as groups with figures: `name and assets of each company` is a group for each company. Null where the
 * rows are not listed, nothing tells them apart, or they hold no numbers.
 */
export function rowsAsGroups(data: ChartData): ChartData | null {
  const columns = resultColumns(data)
  if (data.table.rows > mostRows || columns.some(({ part }) => part.kind !== 'listed')) return null
  const name = nameOfRows(data, columns)
  const figures = columns.filter(({ column }) => isNumeric(column))
  if (name === undefined || figures.length === 0 || columns.length > figures.length + 1) return null
  const taken = (column: ResultColumn): ColumnPart => ({
    ...column.part,
    kind: column !== name ? 'measure' : isMoment(name) ? 'time' : 'category',
  })
  return { ...data, parts: Object.fromEntries(columns.map((column) => [column.name, taken(column)])) }
}
