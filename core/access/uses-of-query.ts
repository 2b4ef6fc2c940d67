import { courseDimension } from '../engine/windows/courses.ts'
import { fail, type Failure } from '../errors.ts'
import { columnsOfFilter } from '../query/columns-of-query.ts'
import { nameOfDimension, type Dimension } from '../query/dimension.ts'
import type { Filter } from '../query/filter.ts'
import { queryOfGroups, queryOverGroups } from '../query/query-of-groups.ts'
import type { Measure } from '../query/measure.ts'
import type { Query } from '../query/query.ts'
import { ok, type Result } from '../result.ts'
import { parse } from '../semantic/formula/parse.ts'
import { joinedName } from '../semantic/model/related.ts'

/**
 * How a Query uses a column: values are `shown`, only `counted`, or used in any other way (`computed`), which
 * includes join keys and order.
 */
export type Use = {
  readonly column: string
  readonly how: 'shown' | 'counted' | 'computed'
  /** True for names in formulas, which ignore case. */
  readonly isFolded?: boolean
}

const computed = (column: string): Use => ({ column, how: 'computed' })
const shown = (column: string): Use => ({ column, how: 'shown' })
const isCourse = ({ over }: Measure): boolean => over?.window === 'runningTotal' || over?.window === 'movingAverage'

function usesOfFilter(filter: Filter): readonly Use[] {
  if ('filters' in filter) return filter.filters.flatMap(usesOfFilter)
  if ('filter' in filter) return usesOfFilter(filter.filter)
  if (filter.op === 'isNull') return [{ column: filter.column, how: 'counted' }]
  return columnsOfFilter(filter).map(computed)
}

/** Every name in a parsed formula. */
function namesIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(namesIn)
  if (typeof node !== 'object' || node === null) return []
  const own = 'kind' in node && node.kind === 'name' && 'name' in node ? [String(node.name)] : []
  return [...own, ...Object.values(node).flatMap(namesIn)]
}

/** The columns a formula uses. An unparsable formula is refused, because its columns are unknown. */
function usesOfFormula(formula: string): Result<readonly Use[], Failure> {
  const parsed = parse(formula)
  if (!parsed.ok) return fail('query/invalid', { reason: parsed.error.message })
  return ok(namesIn(parsed.value).map((column) => ({ column, how: 'computed', isFolded: true })))
}

const isCut = ({ grain, part, bins, binWidth }: Dimension): boolean =>
  grain !== undefined || part !== undefined || bins !== undefined || binWidth !== undefined

function usesOfMeasure({ aggregate, column, by, filter }: Measure): readonly Use[] {
  const isCounted = aggregate === 'count' || aggregate === 'distinct'
  return [
    ...(column === undefined ? [] : [{ column, how: isCounted ? 'counted' : 'computed' } as const]),
    ...(by === undefined ? [] : [computed(by)]),
    ...(filter ? usesOfFilter(filter) : []),
  ]
}

/** Sort, `having` and other references to a result column use that column's inputs. */
function usesOfResult(asked: Query): readonly Use[] {
  const sources = new Map([
    ...asked.columns.map((column) => [column, column] as const),
    ...asked.dimensions.map((dimension) => [nameOfDimension(dimension), dimension.column] as const),
  ])
  const named = [
    ...asked.sort.map(({ by }) => by),
    ...asked.having.flatMap(usesOfFilter).map(({ column }) => column),
    ...(asked.pivot === undefined ? [] : [asked.pivot]),
  ]
  return named.flatMap((name) => sources.get(name) ?? []).map(computed)
}

/** Windows use the values of the dimension they run along. */
function usesOfCourse({ dimensions, measures }: Query): readonly Use[] {
  const along = measures.some(isCourse) ? courseDimension({ dimensions }) : undefined
  return along ? [computed(along.column)] : []
}

/**
 * Every use of a dataset column in a Query. What a Query over groups makes of a group's dimension is computed of its
 * column.
 */
export function usesOfQuery(asked: Query): Result<readonly Use[], Failure> {
  const { groups } = asked
  if (!groups) return usesInRows(asked)
  const [inner, over] = [usesInRows(queryOfGroups(asked, groups)), usesInRows(queryOverGroups(asked))]
  if (!inner.ok) return inner
  if (!over.ok) return over
  const told = groups.dimensions.filter((dimension) =>
    over.value.some((use) => namesResult(use, nameOfDimension(dimension))),
  )
  return ok([...inner.value, ...told.map(({ column }) => computed(column))])
}

const namesResult = ({ column, isFolded }: Use, name: string): boolean =>
  column === name || (isFolded === true && column.toLowerCase() === name.toLowerCase())

function usesInRows(asked: Query): Result<readonly Use[], Failure> {
  const measures = [...asked.measures, ...asked.top.map(({ by }) => by)]
  const formulas = [
    ...asked.calculations.map(({ formula }) => formula),
    ...measures.flatMap(({ formula }) => formula ?? []),
  ]
  const uses: Use[] = [
    ...asked.joins.flatMap(({ name, column, key }) => [computed(column), computed(joinedName(name, key))]),
    ...asked.dimensions.map((dimension) => (isCut(dimension) ? computed : shown)(dimension.column)),
    ...measures.flatMap(usesOfMeasure),
    ...asked.columns.map(asked.statistic === undefined ? shown : computed),
    ...asked.filters.flatMap(usesOfFilter),
    ...asked.top.map(({ column }) => computed(column)),
    ...(asked.compare?.column === undefined ? [] : [computed(asked.compare.column)]),
    ...usesOfResult(asked),
    ...usesOfCourse(asked),
  ]
  for (const formula of formulas) {
    const named = usesOfFormula(formula)
    if (!named.ok) return named
    uses.push(...named.value)
  }
  return ok(uses)
}
