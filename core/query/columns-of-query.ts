import { namesOfFormula } from '../semantic/formula/names.ts'
import type { Filter } from './filter.ts'
import { queryOfGroups } from './query-of-groups.ts'
import type { Measure } from './measure.ts'
import type { Query } from './query.ts'

/** The columns a filter reads, possibly with duplicates. */
export function columnsOfFilter(filter: Filter): readonly string[] {
  if ('filters' in filter) return filter.filters.flatMap(columnsOfFilter)
  if ('filter' in filter) return columnsOfFilter(filter.filter)
  return filter.op === 'against' ? [filter.column, ...(filter.within ?? [])] : [filter.column]
}

/** The columns a measure reads, possibly with duplicates. */
export const columnsOfMeasure = ({ column, by, filter }: Measure): readonly string[] => [
  ...(column === undefined ? [] : [column]),
  ...(by === undefined ? [] : [by]),
  ...(filter ? columnsOfFilter(filter) : []),
]

/** Every filter of a Query: of rows, of measures and of groups. */
export const filtersIn = ({ filters, measures, having, top, groups }: Query): readonly Filter[] => [
  ...filters,
  ...having,
  ...(groups?.having ?? []),
  ...[...measures, ...(groups?.measures ?? []), ...top.map(({ by }) => by)].flatMap(({ filter }) => filter ?? []),
]

/** Every column a Query reads, without duplicates: to fetch, to check permissions and to mark as used. */
export function columnsOfQuery(asked: Query): readonly string[] {
  const own = new Set(asked.calculations.map(({ name }) => name))
  const { measures } = asked.groups ?? asked
  const formulas = [...asked.calculations, ...measures, ...asked.top.map(({ by }) => by)]
  const named = formulas.flatMap(({ formula }) => (formula === undefined ? [] : namesOfFormula(formula)))
  return [...new Set([...columnsNamed(asked), ...named])].filter((name) => !own.has(name))
}

/** The columns of the rows that a Query names outside its formulas, calculated columns included. */
export function columnsNamed(asked: Query): readonly string[] {
  if (asked.groups) return columnsNamed(queryOfGroups(asked, asked.groups))
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
