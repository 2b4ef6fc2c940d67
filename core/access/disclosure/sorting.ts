import { filtersOf, backOf, columnCompared, finestGrain, periodLeft } from '../../query/compared-period.ts'
import { type Dimension, nameOfDimension } from '../../query/dimension.ts'
import type { Filter } from '../../query/filter.ts'
import { checkCalculations } from '../../query/formulas.ts'
import type { Measure } from '../../query/measure.ts'
import type { Query } from '../../query/query.ts'
import { splitFormula } from '../../query/split-formula.ts'
import { ok, type Result } from '../../result.ts'
import { columnsOfExpression, type Expression, partsOf } from '../../semantic/formula/expression.ts'
import type { Field } from '../../table/table.ts'

/** Which rows a figure is made of: those where a value is known, or for sums, where it is not zero either. */
export type Quantity = { readonly of: Expression; readonly counts: 'known' | 'nonzero' }

/** One way in which the figures of a Query sort rows into cells. */
export type Sorting = {
  readonly dimensions: readonly Dimension[]
  readonly filters: readonly Filter[]
  /** Conditions of a measured formula; each of their answers is a cell of its own. */
  readonly conditions: readonly Expression[]
  /** Null where rows themselves are counted. */
  readonly quantity: Quantity | null
  /** Are its cells the groups of the result, which can be withheld one by one? */
  readonly isOwn: boolean
}

type Measured = Pick<Sorting, 'conditions'> & {
  readonly measure: Measure
  readonly quantities: readonly (Quantity | null)[]
}

/** Formula measures as the plain measures that they are made of. */
export function withPlainMeasures(query: Query): Query {
  const splits = query.measures.map((measure, place) =>
    measure.aggregate === 'formula'
      ? splitFormula(measure.formula ?? 'null', { filter: measure.filter, place })
      : { measures: [measure], calculations: [] },
  )
  const calculations = [...query.calculations, ...splits.flatMap((split) => split.calculations)]
  const names = calculations.map(({ name }) => name)
  return {
    ...query,
    measures: splits.flatMap((split) => split.measures),
    calculations: calculations.filter((_, at) => names.indexOf(names[at] ?? '') === at),
  }
}

/** The outermost conditions in an expression; a choice between values is one, whether a value is known another. */
function conditionsOf(expression: Expression): readonly Expression[] {
  if (expression.type === 'boolean') return expression.kind === 'literal' ? [] : [expression]
  const own: readonly Expression[] =
    expression.kind === 'operation' && expression.operation === 'coalesce'
      ? expression.arguments
          .filter(({ kind }) => kind !== 'literal')
          .map((of) => ({ kind: 'operation', type: 'boolean', operation: 'isNull', arguments: [of] }))
      : []
  return [...own, ...partsOf(expression).flatMap(conditionsOf)]
}

/** Aggregates to which a zero adds nothing. */
const addsUp: ReadonlySet<Measure['aggregate']> = new Set(['sum', 'mean', 'sd', 'variance'] as const)

type ExpressionOf = (column: string) => Expression

/** What a measure of this expression is made of: its own value, and the columns that a formula names. */
function quantitiesOf({ aggregate }: Measure, expression: Expression, expressionOf: ExpressionOf): readonly Quantity[] {
  const named = expression.kind === 'column' ? [] : columnsOfExpression(expression)
  return [expression, ...named.map(expressionOf)].flatMap((of): Quantity[] => [
    ...(aggregate === 'sum' ? [] : [{ of, counts: 'known' } as const]),
    ...(addsUp.has(aggregate) ? [{ of, counts: 'nonzero' } as const] : []),
  ])
}

function measuredOf(measure: Measure, expressionOf: ExpressionOf): Measured {
  if (measure.column === undefined) return { measure, conditions: [], quantities: [null] }
  const expression = expressionOf(measure.column)
  const conditions = expression.kind === 'column' ? [] : conditionsOf(expression)
  return { measure, conditions, quantities: quantitiesOf(measure, expression, expressionOf) }
}

/** What a share is divided by. */
function basesOf({ share }: Measure, { dimensions }: Query): readonly (readonly Dimension[])[] {
  if (share === undefined || share === false) return []
  if (share === true) return [[]]
  if (share === 'group') return [dimensions]
  return [dimensions.filter((dimension) => share.within.includes(nameOfDimension(dimension)))]
}

/** The filters that leave the period with which a Query compares; null where it compares with none. */
function filtersBefore(query: Query): readonly Filter[] | null {
  const column = query.compare ? columnCompared(query.compare, query) : null
  if (!query.compare || column === null) return null
  const { period, others } = periodLeft(column, query)
  const back = backOf(query.compare, finestGrain(column, query.dimensions), period)
  return [...others, ...filtersOf(column, { start: back(period.start), end: back(period.end) })]
}

/** Every way in which a resolved Query, without bins and tops, sorts the rows of a source with these fields. */
export function sortingsOf(asked: Query, fields: readonly Field[]): Result<readonly Sorting[]> {
  const query = withPlainMeasures(asked)
  const checked = checkCalculations(query.calculations, fields)
  if (!checked.ok) return checked
  const expressions = new Map(checked.value.map(({ name, expression }) => [name, expression]))
  const types = new Map(fields.map(({ name, type }) => [name, type]))
  const expressionOf = (name: string): Expression =>
    expressions.get(name) ?? { kind: 'column', type: types.get(name) ?? 'text', name }
  const plain = { conditions: [], quantity: null } as const
  const before = filtersBefore(query)
  const { dimensions, filters } = query
  return ok([
    { ...plain, dimensions, filters, isOwn: true },
    ...query.measures.flatMap((measure): Sorting[] => {
      const { conditions, quantities } = measuredOf(measure, expressionOf)
      const own = measure.filter ? [...filters, measure.filter] : filters
      return quantities.flatMap((quantity): Sorting[] => [
        { dimensions, filters: own, conditions, quantity, isOwn: true },
        ...basesOf(measure, query).map((base) => ({ dimensions: base, filters, conditions, quantity, isOwn: false })),
        ...(before === null ? [] : [{ dimensions, filters: before, conditions, quantity, isOwn: false }]),
      ])
    }),
  ])
}

/** Would leaving out one group change what the others tell? */
export const tellsItsOthers = ({ measures, compare }: Query): boolean =>
  compare !== undefined || measures.some(({ over }) => over !== undefined)
