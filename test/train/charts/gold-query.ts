import type { Filter } from '#core/query/filter.ts'
import type { Measure } from '#core/query/measure.ts'
import type { QueryInput } from '#core/query/query.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import { type Grain, grains } from '#core/semantic/vocabulary.ts'

/** A field of a public chart: grouped, cut, or computed. */
type Field = {
  readonly field?: string | null
  readonly aggregate?: string | null
  readonly bin?: unknown
  readonly timeUnit?: string | null
}
type Condition = {
  readonly field: string
  readonly oneOf?: readonly (string | number)[]
  readonly gte?: number
  readonly lte?: number
  readonly range?: readonly [number, number]
}
export type GoldChart = {
  readonly mark: string
  readonly encoding: Readonly<Record<string, Field>>
  readonly transform?: readonly { readonly filter?: Condition }[]
}

const aggregates = { mean: 'mean', average: 'mean', sum: 'sum', min: 'min', max: 'max', median: 'median' } as const

/** Years that are written as numbers are no moments to be cut. */
function grainIn(model: SemanticModel, column: string, unit: string | null | undefined): Grain | undefined {
  const type = model.columns.find(({ name }) => name === column)?.type
  if (type !== 'date' && type !== 'timestamp') return undefined
  return grains.find((grain) => unit === grain || (grain === 'month' && (unit === 'monthyear' || unit === 'yearmonth')))
}

/** A field may stand in two channels. */
function once<Each extends { readonly column: string }>(dimensions: readonly Each[]): readonly Each[] {
  return [...new Map(dimensions.map((each) => [each.column, each])).values()]
}

function conditionsOf({ field: column, oneOf, gte, lte, range }: Condition): readonly Filter[] {
  return [
    ...(oneOf ? [{ op: 'in', column, values: oneOf } as const] : []),
    ...(gte === undefined ? [] : [{ op: 'greaterOrEqual', column, value: gte } as const]),
    ...(lte === undefined ? [] : [{ op: 'lessOrEqual', column, value: lte } as const]),
    ...(range ? [{ op: 'between', column, from: range[0], to: range[1] } as const] : []),
  ]
}

/** The column of the model that a public chart names, whatever its letters' case. */
const namedIn = (model: SemanticModel, name: string | null | undefined): string | null =>
  model.columns.find((column) => column.name.toLowerCase() === name?.toLowerCase())?.name ?? null

function measureOf(aggregate: string, column: string | null): Measure {
  const known = Object.entries(aggregates).find(([name]) => name === aggregate)?.[1]
  return known && column !== null ? { aggregate: known, column } : { aggregate: 'count' }
}

/** The Query whose result a public chart shows: groups and figures, or rows where nothing is computed; null where it names what is not there. */
export function queryOfChart(
  { encoding, transform }: GoldChart,
  model: SemanticModel,
): Omit<QueryInput, 'dataset'> | null {
  const fields = Object.values(encoding).map((each) => ({ ...each, column: namedIn(model, each.field) }))
  if (fields.some(({ field, column }) => field && column === null)) return null
  const filters = (transform ?? []).flatMap(({ filter }) => (filter ? conditionsOf(filter) : []))
  const known = filters.every((each) => 'column' in each && namedIn(model, each.column) === each.column)
  const where = known ? filters : []
  if (fields.every(({ aggregate }) => !aggregate))
    return { columns: [...new Set(fields.flatMap(({ column }) => column ?? []))], filters: where }
  return {
    dimensions: [
      ...once(
        fields.flatMap(({ column, aggregate, bin, timeUnit }) =>
          column === null || aggregate
            ? []
            : [{ column, ...(bin ? { bins: 10 } : {}), grain: grainIn(model, column, timeUnit) }],
        ),
      ),
    ],
    measures: fields.flatMap(({ column, aggregate }) => (aggregate ? [measureOf(aggregate, column)] : [])),
    filters: where,
  }
}
