import { type Measure, nameOfMeasure } from '../../query/measure.ts'
import type { Query } from '../../query/query.ts'
import { isQuantity } from '../../query/type-rules.ts'
import type { Source } from '../../table/source.ts'
import type { Column, ColumnType, Table } from '../../table/table.ts'
import { ownValue } from '../../own-value.ts'

type StatisticsContext = { readonly source: Source; readonly typeOf: (name: string) => ColumnType }

/** Minimum and maximum over all rows from row group statistics; null unless every row group has them. */
export function extremesFromStatistics(query: Query, known: StatisticsContext): Table | null {
  const isOfAllRows = query.dimensions.length + query.filters.length + query.having.length + query.offset === 0
  const columns = isOfAllRows ? query.measures.map((measure) => knownExtreme(measure, known)) : []
  const all = columns.filter((column) => column !== null)
  return isOfAllRows && all.length === columns.length ? { rows: 1, columns: all } : null
}

function knownExtreme(measure: Measure, { source, typeOf }: StatisticsContext): Column | null {
  const { aggregate, column, filter, over } = measure
  const isExtreme = aggregate === 'min' || aggregate === 'max'
  if (!isExtreme || column === undefined || filter || over) return null
  const type = typeOf(column)
  if (type === 'text' || !isQuantity(type)) return null
  const bounds = source.rowGroups.flatMap(({ statistics }) => {
    const bound = ownValue(statistics, column)?.[aggregate]
    return typeof bound === 'number' ? [bound] : []
  })
  if (bounds.length === 0 || bounds.length < source.rowGroups.length) return null
  return { name: nameOfMeasure(measure), type, values: Float64Array.of(Math[aggregate](...bounds)) }
}
