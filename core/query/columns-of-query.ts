import { namesOfFormula } from '../semantic/formula/names.ts'
import type { Filter } from './filter.ts'
import type { Measure } from './measure.ts'
import type { Query } from './query.ts'

/** The columns a filter reads, possibly with duplicates. */
export function columnsOfFilter(filter: Filter): readonly string[] {
  if ('filters' in filter) return filter.filters.flatMap(columnsOfFilter)
  return 'filter' in filter ? columnsOfFilter(filter.filter) : [filter.column]
}

/** The columns a measure reads, possibly with duplicates. */
export const columnsOfMeasure = ({ column, by, filter }: Measure): readonly string[] => [
  ...(column === undefined ? [] : [column]),
  ...(by === undefined ? [] : [by]),
  ...(filter ? columnsOfFilter(filter) : []),
]

/** Every column a Query reads, without duplicates: to fetch, to check permissions and to mark as used. */
export function columnsOfQuery(asked: Query): readonly string[] {
  const own = new Set(asked.calculations.map(({ name }) => name))
  const formulas = [...asked.calculations, ...asked.measures, ...asked.top.map(({ by }) => by)]
  const named = formulas.flatMap(({ formula }) => (formula === undefined ? [] : namesOfFormula(formula)))
  return [...new Set([...columnsNamed(asked), ...named])].filter((name) => !own.has(name))
}

/** The columns a Query names outside its formulas, calculated columns included. */
export function columnsNamed(asked: Query): readonly string[] {
  const { dimensions, measures, columns, filters, top, joins, compare } = asked
  return [
    ...new Set([
      ...dimensions.map(({ column }) => column),
      ...measures.flatMap(columnsOfMeasure),
      ...columns,
      ...filters.flatMap(columnsOfFilter),
      ...top.flatMap(({ column, by }) => [column, ...columnsOfMeasure(by)]),
      ...joins.map(({ column }) => column),
      ...(compare?.column === undefined ? [] : [compare.column]),
    ]),
  ]
}
