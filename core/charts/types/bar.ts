import { z } from 'zod'
import { categoryAxes, specAlong } from '../axes.ts'
import { barScene } from '../bars.ts'
import { optional, xOf, yOf, type ChartData } from '../chart.ts'
import { defineChart } from '../define-chart.ts'
import { inSentence, plural } from '../labels.ts'
import {
  dimensionsOf,
  distinctIn,
  hasNumbers,
  measuresOf,
  measuresOnOneAxis,
  type ResultColumn,
} from '../result-columns.ts'
import { pick } from '../settings/shared.ts'

/** More bars than this are a wall. */
const readable = 60

/** How well bars serve before their number is looked at. */
function suitsKind(data: ChartData, x: ResultColumn): number {
  if (measuresOnOneAxis(data).length < measuresOf(data).length) return 0.55
  return x.part.kind === 'category' ? 0.9 : 0.6
}

function suits(data: ChartData): number {
  const { x, series } = categoryAxes(data)
  if (x === undefined || dimensionsOf(data).length > 2) return 0
  if (!measuresOnOneAxis(data).some((measure) => hasNumbers(data, measure))) return 0
  const bars = distinctIn(data, x.column)
  if (series === null) return bars > readable ? 0.3 : bars < 2 ? 0.5 : suitsKind(data, x)
  if (measuresOf(data).length > 1) return 0.3
  return distinctIn(data, series.column) > 8 || bars > 20 ? 0.4 : suitsKind(data, x) - 0.02
}

/** Bars, side by side where there are several series. */
export const bar = defineChart({
  id: 'bar',
  title: 'Bar chart',
  icon: 'M3 3v16a2 2 0 0 0 2 2h16M18 17V9M13 17V5M8 17v-3',
  words: [
    'bar chart',
    'bar graph',
    'barchart',
    'bargraph',
    'bar plot',
    'column chart',
    'bar',
    'bars',
    'horizontal bar chart',
    'grouped bar chart',
    'grouped bar',
    'clustered bar chart',
    'side by side bars',
  ],
  mark: 'bar',
  useWhen: 'Compare a measure between categories.',
  intents: ['comparison', 'part'],
  channels: [
    xOf('Categories', ['category', 'time', 'bins']),
    yOf('Length', 8),
    optional('colour', 'Colour', ['category', 'time', 'bins']),
  ],
  settings: z.object({
    direction: z.enum(['auto', 'upright', 'lying']).default('auto').meta({ title: 'Bars' }),
    ...pick('order', 'colour', 'numbers', 'axisTo', 'reference', 'target'),
  }),
  size: { w: 6, h: 5 },
  example: {
    title: 'Revenue by region and channel',
    query: {
      dimensions: [{ column: 'Region' }, { column: 'Channel' }],
      measures: [{ aggregate: 'sum', column: 'Revenue' }],
    },
  },
  suits,
  reason(data) {
    const { x, series } = categoryAxes(data)
    const axis = plural(inSentence(x?.part.label ?? 'category'))
    return series
      ? `Bars compare ${axis}, split by ${inSentence(series.part.label)}.`
      : `Bars compare ${axis} at a glance.`
  },
  specFor: (data) => specAlong('bar', categoryAxes(data), data),
  scene: (spec, data, { direction }) => barScene(spec, data, { stack: null, direction }),
})
