import { assign, type FieldOf } from './assign.ts'
import type { Query } from '../query/query.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import { specOf, type ChannelId, type ChartSpec } from './chart-spec.ts'
import type { Intent } from './chart.ts'
import { chartTypeIds, chartTypes, chartTypeOf, type ChartTypeId } from './registry.ts'

/** Does the chart type of that id serve what is wanted? */
export const serves = (id: string | null | undefined, intent: Intent): boolean =>
  chartTypeOf(id)?.intents.includes(intent) ?? false

/** The chart type for what is wanted: the first whose main use it is. */
export const typeFor = (intent: Intent): ChartTypeId =>
  chartTypeIds.find((id) => chartTypes[id].intents[0] === intent) ??
  chartTypeIds.find((id) => serves(id, intent)) ??
  'table'

/** A chart for what is wanted, with columns of which only the kind is known yet. */
export function chartOf(intent: Intent, fields: readonly FieldOf[]): ChartSpec {
  const type = typeFor(intent)
  return { type, channels: assign(chartTypes[type].channels, fields), settings: {} }
}

/** Does the type put moments and numbers into the channel before anything else? */
export const prefersOrder = (id: string, channel: ChannelId): boolean =>
  chartTypeOf(id)?.channels.find((each) => each.id === channel)?.accepts[0] === 'time'

/** Does the type count values in ranges? */
export const cutsRanges = (id: string | null | undefined): boolean =>
  chartTypeOf(id)?.channels.find(({ id: channel }) => channel === 'x')?.accepts[0] === 'bins'

/** Does the type split its marks by the groups of any dimension? */
export const splitsByColour = (id: string): boolean =>
  chartTypeOf(id)?.channels.some(({ id: channel, accepts }) => channel === 'colour' && accepts.includes('time')) ??
  false

/** The Query whose result the chart shows, and the chart; as they are where its type makes no Query of its own. */
export function shownBy(
  chart: ChartSpec | null,
  query: Query,
  model: SemanticModel,
): { readonly query: Query; readonly chart: ChartSpec | null } {
  const made = chart && chartTypeOf(chart.type)?.queryFor(query, model)
  return chart && made && made !== query
    ? { query: made, chart: { ...specOf(chart.type), settings: chart.settings } }
    : { query, chart }
}

/** Every phrase that names a chart type, with its id; a plural for those that can have one. */
export const chartPhrases: readonly (readonly [phrase: string, id: ChartTypeId])[] = chartTypeIds.flatMap((id) =>
  chartTypes[id].words.flatMap((phrase) => [
    [phrase, id] as const,
    ...pluralOf(phrase).map((each) => [each, id] as const),
  ]),
)

function pluralOf(phrase: string): readonly string[] {
  return /\b(?:chart|graph|plot|diagram|map)$/.test(phrase) ? [`${phrase}s`] : []
}
