import { nameIn } from '../charts/chart-spec.ts'
import type { ChartSpec } from '../charts/chart.ts'
import { typeFor } from '../charts/intent.ts'
import { type Dimension, nameOfDimension } from '../query/dimension.ts'
import type { Measure } from '../query/measure.ts'
import { type Query, query } from '../query/query.ts'
import { asksNothing, emptyExploration, type Exploration, type Value } from './exploration.ts'

/** What is computed, without how it is written. */
function measureOf(value: Value): Measure {
  const { format, ...measure } = value
  return format === undefined ? value : measure
}

/** The Query that computes an exploration, one row for each group however it is looked at; null where it asks nothing. */
export function queryOf(asked: Exploration): Query | null {
  if (asksNothing(asked)) return null
  const { dataset, joins, calculations, rows, columns, values, listed, filters, top, having, sort, limit } = asked
  const { compare, groups, timeZone, weekStart, fiscalYearStart } = asked
  const dimensions = [...rows, ...columns]
  const lists = dimensions.length + values.length === 0
  return query.parse({
    dataset,
    joins,
    calculations,
    dimensions,
    measures: values.map(measureOf),
    columns: lists ? listed : [],
    filters,
    top,
    having,
    sort,
    ...(limit === null ? {} : { limit }),
    ...(groups ? { groups } : {}),
    ...(compare ? { compare } : {}),
    timeZone,
    weekStart,
    fiscalYearStart,
  })
}

/** The same question to be kept elsewhere, where its values stand across by themselves. */
export function keptQueryOf(asked: Exploration): Query | null {
  const computed = queryOf(asked)
  const [across, ...more] = asked.columns
  if (!computed || asked.show !== 'pivot' || !across || more.length > 0) return computed
  return { ...computed, pivot: nameOfDimension(across) }
}

/** The names of the dimensions that stand across in a Query and how it is shown. */
const acrossIn = ({ pivot }: Query, chart: ChartSpec | null): string | null =>
  pivot ?? (chart ? nameIn(chart, 'colour') : null)

function showOf({ pivot }: Query, chart: ChartSpec | null): string {
  if (pivot !== undefined) return 'pivot'
  return chart?.type ?? 'auto'
}

const usualLimit = query.parse({ dataset: '' }).limit

/** A Query, as it was shown, laid out to be changed by hand. */
export function explorationOf(asked: Query, chart: ChartSpec | null = null): Exploration {
  const across = acrossIn(asked, chart)
  const stands = (dimension: Dimension): boolean => nameOfDimension(dimension) === across
  const { dataset, joins, calculations, dimensions, measures, columns, filters, top, having, sort, limit } = asked
  const { compare, groups, timeZone, weekStart, fiscalYearStart } = asked
  return {
    ...emptyExploration(dataset),
    joins,
    calculations,
    rows: dimensions.filter((dimension) => !stands(dimension)),
    columns: dimensions.filter(stands),
    values: measures,
    listed: columns,
    filters,
    top,
    having,
    sort,
    limit: limit === usualLimit ? null : limit,
    settings: chart?.settings ?? {},
    show: columns.length > 0 ? typeFor('rows') : showOf(asked, chart),
    ...(groups ? { groups } : {}),
    ...(compare ? { compare } : {}),
    timeZone,
    weekStart,
    fiscalYearStart,
  }
}
