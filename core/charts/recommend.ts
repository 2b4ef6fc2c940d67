import type { ChartData, ChartType, FieldKind, Intent } from './chart.ts'
import { fieldsOf } from './assign.ts'
import { chancesOf, type Weights } from './choice/chances.ts'
import { traitsOf } from './choice/traits.ts'
import { namesIn, namesOf, type ChartSpec } from './chart-spec.ts'
import { rowsAsGroups } from './rows-as-groups.ts'
import { missingColumns } from './result-columns.ts'
import { chartTypeIds, chartTypeOf, chartTypes, type ChartTypeId } from './registry.ts'

/** A chart that can show a result, how well, and why. */
export type Recommendation = {
  readonly type: ChartTypeId
  /** How well it shows the result by itself, 0 to 1. */
  readonly suits: number
  /** The chance that it is what an expert would choose, 0 to 1. */
  readonly score: number
  readonly reason: string
  readonly spec: ChartSpec
}

/** What decides between charts beside the result: what its question wants to see, and the weights that were learned. */
export type Choosing = { readonly wants?: readonly Intent[] | undefined; readonly weights?: Weights | undefined }

/** The ways to take a result: as it is, and where rows are listed, each of them as a group. */
const takenAs = (data: ChartData): readonly ChartData[] => [data, rowsAsGroups(data) ?? []].flat()

/** How much less a chart of listed rows suits: they are to be read, unless the question wants to see something. */
const listedFactor = { toSee: 0.8, toRead: 0.3 } as const

/** Every chart type that can show this result, best first, in view of what its question wants to see. */
export function rankCharts(data: ChartData, { wants = [], weights }: Choosing = {}): readonly Recommendation[] {
  const ways = takenAs(data)
  const ofListed = listedFactor[wants.length > 0 ? 'toSee' : 'toRead']
  const able = chartTypeIds.flatMap((type) => {
    const taken = ways.find((way) => chartTypes[type].suits(way) > 0)
    if (taken === undefined) return []
    const suits = chartTypes[type].suits(taken) * (taken === data ? 1 : ofListed)
    return [{ type, taken, suits, mark: chartTypes[type].mark }]
  })
  const chances = chancesOf(able, traitsOf(data, wants), weights)
  return able
    .map((each, at) => ({ ...each, score: chances[at] ?? 0 }))
    .sort((a, b) => b.score - a.score)
    .map(({ type, taken, suits, score }) => ({
      type,
      suits,
      score,
      reason: chartTypes[type].reason(taken),
      spec: chartTypes[type].specFor(taken),
    }))
}

/** The chart that shows this result best; a table where nothing else can. */
export const recommendChart = (data: ChartData, choosing?: Choosing): ChartSpec =>
  rankCharts(data, choosing)[0]?.spec ?? chartTypes.table.specFor(data)

/** How well a chart must suit a result to be offered before those that only can show it. */
const wellEnough = 0.2

/**
 * The best charts in place of the one shown, each of another family before a second of any; those that can hardly be read,
 * such as a pie of forty weeks, come last.
 */
export function alternativesTo(
  shown: Pick<ChartSpec, 'type'>,
  data: ChartData,
  choosing?: Choosing,
): readonly Recommendation[] {
  const others = rankCharts(data, choosing).filter(({ type }) => type !== shown.type)
  const families = new Set([chartTypeOf(shown.type)?.mark])
  const isOfNew = ({ type }: Recommendation): boolean => {
    const isNew = !families.has(chartTypes[type].mark)
    families.add(chartTypes[type].mark)
    return isNew
  }
  const readable = others.filter(({ suits }) => suits >= wellEnough)
  const firsts = new Set(readable.filter(isOfNew))
  const seconds = readable.filter((each) => !firsts.has(each))
  return [...firsts, ...seconds, ...others.filter(({ suits }) => suits < wellEnough)]
}

const asked: { readonly [Each in Intent]?: string } = {
  trend: 'The question asks how it moved.',
  part: 'The question asks for shares.',
  distribution: 'The question asks how it is spread.',
  relationship: 'The question asks how they go together.',
  comparison: 'The question asks for a comparison.',
}

/** Why a result is shown as it is, in a sentence, with what the question asks for where that led to it. */
export function reasonFor(
  { type, remark }: Pick<ChartSpec, 'type' | 'remark'>,
  data: ChartData,
  { wants = [] }: Choosing = {},
): string {
  const known = chartTypeOf(type)
  if (remark !== undefined || known === null) return remark ?? ''
  const taken = takenAs(data).find((way) => known.suits(way) > 0)
  const served = wants.find((want) => known.intents.includes(want))
  const because = (served && asked[served]) ?? ''
  return `${because} ${taken ? known.reason(taken) : known.useWhen}`.trim()
}

/** The spec with its columns, or with those that its type would choose where it names none. */
export function completed(spec: ChartSpec, data: ChartData): ChartSpec {
  const type = chartTypeOf(spec.type)
  if (type === null || namesOf(spec).length > 0) return spec
  return { ...type.specFor(data), settings: spec.settings }
}

/** Does the result still have every column that the spec names? */
export function fits(spec: ChartSpec, { table }: ChartData): boolean {
  const names = new Set(table.columns.map(({ name }) => name))
  return namesOf(spec).every((name) => names.has(name))
}

/** Does every measure stand in a channel that takes measures? */
function isPlaced(spec: ChartSpec, { channels }: ChartType, data: ChartData): boolean {
  const measures = new Set(fieldsOf(data).flatMap(({ name, kind }) => (kind === 'measure' ? [name] : [])))
  return channels.every(
    ({ id, accepts }) => accepts.includes('measure') || namesIn(spec, id).every((name) => !measures.has(name)),
  )
}

/** Does the spec draw anything of this result? */
function draws(spec: ChartSpec, data: ChartData): boolean {
  const type = chartTypeOf(spec.type)
  return type !== null && fits(spec, data) && isPlaced(spec, type, data) && type.scene(spec, data).kind !== 'empty'
}

/** The chart asked for where it can show the result, else the best. */
export function chartFor(asked: ChartSpec | null, data: ChartData, choosing?: Choosing): ChartSpec {
  if (asked === null) return recommendChart(data, choosing)
  const spec = completed(asked, data)
  if (data.table.rows === 0 || draws(spec, data)) return spec
  const type = chartTypeOf(asked.type)
  if (type === null) return recommendChart(data)
  const others = takenAs(data).map((way) => ({ ...type.specFor(way), settings: asked.settings }))
  return others.find((other) => draws(other, data)) ?? inPlaceOf(type, others[0] ?? spec, data)
}

/** The best chart, with why it is not the one that was asked for. */
function inPlaceOf(type: ChartType, spec: ChartSpec, data: ChartData): ChartSpec {
  const scene = type.scene(spec, data)
  const instead = recommendChart(data)
  const reason = scene.kind === 'empty' && scene !== missingColumns ? scene.reason : needsOf(type)
  const shown = chartTypeOf(instead.type)?.title.toLowerCase() ?? 'table'
  return { ...instead, remark: `Shown as a ${shown}, not as a ${type.title.toLowerCase()}: ${reason}` }
}

const words: Readonly<Record<FieldKind, string>> = {
  category: 'a category',
  time: 'a date',
  bins: 'ranges',
  measure: 'a figure',
  number: 'a column of numbers',
  value: 'a column',
}

/** What the type needs, in a sentence. */
function needsOf({ channels }: ChartType): string {
  const needed = channels.filter(({ isRequired }) => isRequired)
  const said = needed.map(({ label, accepts }) => `${words[accepts[0] ?? 'value']} for ${label.toLowerCase()}`)
  return `it needs ${said.join(', ')}.`
}
