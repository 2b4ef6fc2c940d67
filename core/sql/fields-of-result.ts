import { type Dimension, nameOfDimension } from '../query/dimension.ts'
import { type Measure, nameOfMeasure } from '../query/measure.ts'
import type { Query } from '../query/query.ts'
import { typeOfMeasure } from '../query/type-rules.ts'
import type { ColumnType, Field } from '../table/table.ts'
import { typeOfBins } from './moments/bins.ts'

type TypeOf = (column: string) => ColumnType

/** The columns of a Query's result, in order. */
export function fieldsOfResult(query: Query, typeOf: TypeOf): Field[] {
  if (query.columns.length > 0) return query.columns.map((name) => ({ name, type: typeOf(name) }))
  return [
    ...query.dimensions.map((one) => ({ name: nameOfDimension(one), type: typeOfDimension(one, typeOf) })),
    ...query.measures.map((one) => ({ name: nameOfMeasure(one), type: typeOfResult(one, typeOf) })),
  ]
}

function typeOfDimension({ column, grain, part, binWidth }: Dimension, typeOf: TypeOf): ColumnType {
  if (part !== undefined) return 'integer'
  if (grain !== undefined) return grain === 'hour' ? 'timestamp' : 'date'
  return binWidth === undefined ? typeOf(column) : typeOfBins(typeOf(column))
}

function typeOfResult({ aggregate, column, share, over }: Measure, typeOf: TypeOf): ColumnType {
  if (over?.window === 'rank') return 'integer'
  if (aggregate === 'formula') return 'decimal'
  const type = typeOfMeasure(
    aggregate,
    column === undefined ? null : typeOf(column),
    share !== undefined && share !== false,
  )
  return over?.window === 'movingAverage' && type === 'integer' ? 'decimal' : type
}
