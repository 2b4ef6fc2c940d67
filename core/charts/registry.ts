import { chartSpec, type ChartSpec } from './chart-spec.ts'
import type { ChartType } from './chart.ts'
import { area } from './types/area.ts'
import { bar } from './types/bar.ts'
import { box } from './types/box.ts'
import { bubble } from './types/bubble.ts'
import { bullet } from './types/bullet.ts'
import { calendar } from './types/calendar.ts'
import { correlation } from './types/correlation.ts'
import { doughnut } from './types/doughnut.ts'
import { funnel } from './types/funnel.ts'
import { gauge } from './types/gauge.ts'
import { heatmap } from './types/heatmap.ts'
import { histogram } from './types/histogram.ts'
import { line } from './types/line.ts'
import { lollipop } from './types/lollipop.ts'
import { number } from './types/number.ts'
import { percentBar } from './types/percent-bar.ts'
import { pie } from './types/pie.ts'
import { scatter } from './types/scatter.ts'
import { slope } from './types/slope.ts'
import { smallMultiples } from './types/small-multiples.ts'
import { stackedArea } from './types/stacked-area.ts'
import { stackedBar } from './types/stacked-bar.ts'
import { step } from './types/step.ts'
import { table } from './types/table.ts'
import { treemap } from './types/treemap.ts'
import { waterfall } from './types/waterfall.ts'

/** Every way to show a result. A new one is one file and one line here. */
export const chartTypes = {
  bar,
  line,
  number,
  table,
  histogram,
  scatter,
  stackedBar,
  percentBar,
  area,
  stackedArea,
  step,
  pie,
  doughnut,
  treemap,
  funnel,
  waterfall,
  bubble,
  box,
  heatmap,
  correlation,
  calendar,
  lollipop,
  slope,
  gauge,
  bullet,
  smallMultiples,
} as const satisfies Record<string, ChartType>
export type ChartTypeId = keyof typeof chartTypes

/** The ids of all chart types, in the order in which they are offered where nothing else decides. */
export const chartTypeIds = Object.keys(chartTypes) as readonly ChartTypeId[]

/** Is this the id of a chart type? */
export const isChartTypeId = (id: string): id is ChartTypeId => Object.hasOwn(chartTypes, id)

/** The chart type of that id; null where there is none. */
export const chartTypeOf = (id: string | null | undefined): ChartType | null =>
  id !== null && id !== undefined && isChartTypeId(id) ? chartTypes[id] : null

/** What the chart type would not take of a spec, in a sentence; null where it takes all. */
export function problemOf({ type, settings }: ChartSpec): string | null {
  const known = chartTypeOf(type)
  if (known === null) return `No such chart type. There are: ${chartTypeIds.join(', ')}.`
  const read = known.settings.safeParse(settings)
  const [issue] = read.success ? [] : read.error.issues
  return issue
    ? `The setting ${issue.path.join('.')} of ${known.title.toLowerCase()} is wrong: ${issue.message}.`
    : null
}

/** A chart spec from outside: its type must be one that exists, and its settings that type's. */
export const knownChartSpec = chartSpec.superRefine((spec, context) => {
  const problem = problemOf(spec)
  if (problem !== null) context.addIssue({ code: 'custom', message: problem, path: ['type'] })
})
