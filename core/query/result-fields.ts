import { rowStatisticOf } from '../stats/rows/registry.ts'
import type { ColumnType, Field } from '../table/table.ts'
import { namesBeside } from './comparison.ts'
import { type Dimension, nameOfDimension } from './dimension.ts'
import { typeOfFormula } from './formulas.ts'
import { type Measure, nameOfMeasure } from './measure.ts'
import type { Query } from './query.ts'
import { isQuantity, typeOfMeasure } from './type-rules.ts'

type TypeOf = (column: string) => ColumnType

/** The type of a dimension's values: hours are timestamps, longer grains are dates, parts are integers. */
function typeOfDimension({ column, grain, part, bins, binWidth }: Dimension, typeOf: TypeOf): ColumnType {
  if (grain !== undefined) return grain === 'hour' ? 'timestamp' : 'date'
  if (part !== undefined) return 'integer'
  const type = typeOf(column)
  const isCut = bins !== undefined || binWidth !== undefined
  return isCut && !isWholeOrTime(type) ? 'decimal' : type
}

const isWholeOrTime = (type: ColumnType): boolean => type === 'integer' || type === 'duration'

/** The type of a measure's values, after its window if it has one. */
export function typeOfResult({ aggregate, column, formula, share, over }: Measure, typeOf: TypeOf): ColumnType {
  if (over?.window === 'rank') return 'integer'
  const type =
    aggregate === 'formula'
      ? typeOfFormula(formula ?? '', typeOf)
      : typeOfMeasure(aggregate, column === undefined ? null : typeOf(column), share !== undefined && share !== false)
  return over?.window === 'movingAverage' && type === 'integer' ? 'decimal' : type
}

function fieldsBeside({ name, type }: Field): Field[] {
  const { previous, change, percent } = namesBeside(name)
  if (!isQuantity(type)) return [{ name: previous, type }]
  return [
    { name: previous, type },
    { name: change, type },
    { name: percent, type: 'decimal' },
  ]
}

/** The columns of a Query's result, in order: dimensions, measures, then the comparison's columns per measure. */
export function fieldsOfResult(asked: Query, typeOf: TypeOf): readonly Field[] {
  if (asked.statistic !== undefined) return rowStatisticOf(asked.statistic).fields
  if (asked.columns.length > 0) return asked.columns.map((name) => ({ name, type: typeOf(name) }))
  const dimensions = asked.dimensions.map((one) => ({ name: nameOfDimension(one), type: typeOfDimension(one, typeOf) }))
  const measures = asked.measures.map((one) => ({ name: nameOfMeasure(one), type: typeOfResult(one, typeOf) }))
  return [...dimensions, ...measures, ...(asked.compare ? measures.flatMap(fieldsBeside) : [])]
}
