import { z } from 'zod'
import { lineAxes, orderedAxes, specAlong } from '../axes.ts'
import { optional, xOf, yOf, type ChartData } from '../chart.ts'
import { defineChart } from '../define-chart.ts'
import { inSentence } from '../labels.ts'
import { lineScene } from '../lines.ts'
import { dimensionsOf, distinctIn, hasNumbers, measuresOf, measuresOnOneAxis } from '../result-columns.ts'
import { pick } from '../settings/shared.ts'

function suits(data: ChartData): number {
  const { x, series } = orderedAxes(data)
  const measures = measuresOnOneAxis(data)
  if (x === undefined || dimensionsOf(data).length > 2) return 0
  if (!measures.some((measure) => hasNumbers(data, measure))) return 0
  const points = distinctIn(data, x.column)
  if (points < 3) return 0.2
  if (x.part.kind === 'bins') return 0.65
  if (series && (measuresOf(data).length > 1 || distinctIn(data, series.column) > 24)) return 0.4
  return measures.length < measuresOf(data).length ? 0.7 : 0.95
}

/** Lines along time or along numbers. */
export const line = defineChart({
  id: 'line',
  title: 'Line chart',
  icon: 'M3 3v16a2 2 0 0 0 2 2h16M19 9l-5 5-4-4-3 3',
  words: [
    'line chart',
    'line graph',
    'line plot',
    'linechart',
    'line',
    'lines',
    'grouping line chart',
    'multi line chart',
    'multiline chart',
    'time series chart',
  ],
  mark: 'line',
  useWhen: 'Follow a measure over time, or along a number.',
  intents: ['trend'],
  channels: [
    xOf('Along', ['time', 'bins', 'category']),
    yOf('Height', 8),
    optional('colour', 'Colour', ['category', 'time', 'bins']),
  ],
  settings: z.object({ ...pick('colour', 'numbers', 'axisFrom', 'axisTo', 'reference', 'target', 'trend') }),
  size: { w: 6, h: 5 },
  example: {
    title: 'Revenue by month',
    query: {
      dimensions: [{ column: 'Order date', grain: 'month' }],
      measures: [{ aggregate: 'sum', column: 'Revenue' }],
    },
  },
  suits,
  reason(data) {
    const { x, series } = orderedAxes(data)
    const axis = inSentence(x?.part.label ?? 'time')
    return series
      ? `One line for each ${inSentence(series.part.label)} shows how they moved along ${axis}.`
      : `A line shows how it moved along ${axis}.`
  },
  specFor: (data) => specAlong('line', lineAxes(data), data),
  scene: (spec, data) => lineScene(spec, data, { style: 'line', stack: null }),
})
