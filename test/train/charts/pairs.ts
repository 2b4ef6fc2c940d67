import { basename } from 'node:path'
import { pictureIn } from '#core/ask/wants.ts'
import { chartData } from '#core/charts/chart-data.ts'
import { queryShownBy } from '#core/charts/chosen-chart.ts'
import { specOf } from '#core/charts/chart-spec.ts'
import type { ChartData, ChartType, Intent } from '#core/charts/chart.ts'
import type { ChartTypeId } from '#core/charts/registry.ts'
import { runQuery } from '#core/engine/run-query.ts'
import { query } from '#core/query/query.ts'
import { generateModel } from '#core/semantic/generate-model.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { Source } from '#core/table/source.ts'
import { loadLocal } from '../../../cli/load-local.ts'
import { sourceOf, type Gold } from '../../eval/scorers.ts'
import { sharedPath, sharedText } from '../../support/shared.ts'
import { resultOfPair } from './gold-result.ts'
import { queryOfChart, type GoldChart } from './gold-query.ts'

type Mark = ChartType['mark']

/** A question on a chart, the result that it is about, and the families of marks that people chose for it. */
export type Pair = {
  readonly source: string
  readonly part: 'train' | 'public'
  readonly table: string
  readonly question: string
  /** The type that the question names; null where it names none. */
  readonly asked: ChartTypeId | null
  readonly wants: readonly Intent[]
  readonly families: readonly Mark[]
  readonly data: ChartData
}

const marks: Readonly<Record<string, Mark>> = {
  bar: 'bar',
  'stacked bar': 'bar',
  line: 'line',
  'grouping line': 'line',
  area: 'area',
  scatter: 'point',
  'grouping scatter': 'point',
  point: 'point',
  pie: 'pie',
  arc: 'pie',
  boxplot: 'boxplot',
  rect: 'heatmap',
}
const markOf = (name: unknown): readonly Mark[] => {
  const mark = marks[String(name).toLowerCase()]
  return mark ? [mark] : []
}

type Loaded = { readonly model: SemanticModel; readonly source: Source }

async function load(path: string): Promise<Loaded | null> {
  const loaded = await loadLocal(sharedPath(path))
  if (!loaded.ok) return null
  const { profile, source } = loaded.value
  return { model: generateModel({ dataset: 'file', name: basename(path) }, profile), source }
}

type Dims = readonly {
  readonly channel: string
  readonly field: string
  readonly bin: boolean
  readonly timeUnit: string | null
}[]
type NlvSpec = {
  readonly mark: string
  readonly dims: Dims
  readonly measure: { readonly aggregate: string | null; readonly field: string | null } | null
}

function chartOfNlv(told: unknown): GoldChart {
  const { mark, dims, measure } = (Array.isArray(told) ? told.at(-1) : told) as NlvSpec
  const groups = Object.fromEntries(dims.map(({ channel, ...field }) => [channel, field]))
  return {
    mark,
    encoding: measure ? { ...groups, measure: { ...measure, aggregate: measure.aggregate ?? 'count' } } : groups,
  }
}

/** The charts that people chose, where the source says of which fields. */
const chartsOf = ({ id, expected }: Gold): readonly GoldChart[] =>
  sourceOf(id) === 'nlv'
    ? [chartOfNlv(expected['spec'])]
    : ((expected['valid_charts'] as GoldChart[] | undefined) ?? [])

async function resultOf(gold: Gold, asked: ChartTypeId | null, { model, source }: Loaded): Promise<ChartData | null> {
  if (sourceOf(gold.id) === 'nvbench') return resultOfPair(gold)
  const [chart] = chartsOf(gold)
  const told = chart ? queryOfChart(chart, model) : null
  if (told === null) return null
  const parsed = query.safeParse({ dataset: 'file', ...told })
  if (!parsed.success) return null
  const wanted = queryShownBy(asked === null ? null : specOf(asked), parsed.data, model)
  const ran = await runQuery(wanted, source)
  return ran.ok && ran.value.rows > 0 ? chartData(ran.value, wanted, model) : null
}

const familiesOf = (gold: Gold): readonly Mark[] =>
  sourceOf(gold.id) === 'nvbench'
    ? markOf(gold.expected['chart'])
    : [...new Set(chartsOf(gold).flatMap(({ mark }) => markOf(mark)))]

const sources = new Set(['nvbench', 'nvbench2', 'nlv'])

async function pairOf(gold: Gold, part: Pair['part'], loaded: Loaded): Promise<readonly Pair[]> {
  const { type: asked, wants } = pictureIn(gold.question, loaded.model)
  const [families, data] = [familiesOf(gold), await resultOf(gold, asked, loaded)]
  if (families.length === 0 || data === null) return []
  return [
    { source: sourceOf(gold.id), part, table: gold.table_csv, question: gold.question, asked, wants, families, data },
  ]
}

/** Every public question for whose chart the result is known. */
export async function chartPairs(): Promise<readonly Pair[]> {
  const pairs: Pair[] = []
  const loaded = new Map<string, Loaded | null>()
  for (const part of ['train', 'public'] as const)
    for (const line of sharedText(`1_nlq/questions_${part}.jsonl`).split('\n').filter(Boolean)) {
      const gold = JSON.parse(line) as Gold
      if (!sources.has(sourceOf(gold.id))) continue
      if (!loaded.has(gold.table_csv)) loaded.set(gold.table_csv, await load(gold.table_csv))
      const own = loaded.get(gold.table_csv)
      if (own) pairs.push(...(await pairOf(gold, part, own)))
    }
  return pairs
}
