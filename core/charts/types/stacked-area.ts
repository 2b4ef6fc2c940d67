import { z } from 'zod'
import { orderedAxes, specAlong } from '../axes.ts'
import { optional, xOf, yOf } from '../chart.ts'
import { defineChart } from '../define-chart.ts'
import { inSentence, plural } from '../labels.ts'
import { lineScene } from '../lines.ts'
import { distinctIn } from '../result-columns.ts'
import { suitsStack } from '../stacks.ts'
import { pick } from '../settings/shared.ts'

/** Areas that stand on each other. */
export const stackedArea = defineChart({
  id: 'stackedArea',
  title: 'Stacked area chart',
  icon: 'M3 3v16a2 2 0 0 0 2 2h16M7 17v-4l4-3 4 3 4-3v7zM7 9l4-3 4 3 4-4',
  words: ['stacked area chart', 'stacked area graph', 'stacked area', 'stacked areas', 'stacked line chart'],
  mark: 'area',
  useWhen: 'Follow a total over time and see what it is made of.',
  intents: ['trend', 'part'],
  channels: [
    xOf('Along', ['time', 'bins', 'category']),
    yOf('Height', 8),
    optional('colour', 'Parts', ['category', 'time', 'bins']),
  ],
  settings: z.object({
    shares: z.boolean().default(false).meta({ title: 'As shares of the total' }),
    ...pick('colour', 'numbers'),
  }),
  size: { w: 6, h: 5 },
  example: {
    title: 'Revenue by month and channel',
    query: {
      dimensions: [{ column: 'Order date', grain: 'month' }, { column: 'Channel' }],
      measures: [{ aggregate: 'sum', column: 'Revenue' }],
    },
  },
  suits(data) {
    const axes = orderedAxes(data)
    return axes.x && distinctIn(data, axes.x.column, 3) >= 3 ? suitsStack(data, axes, 0.6) : 0
  },
  reason(data) {
    const { x, series } = orderedAxes(data)
    return `Areas show what the total was made of along ${inSentence(x?.part.label ?? 'time')}: its ${plural(inSentence(series?.part.label ?? 'part'))}.`
  },
  specFor: (data) => specAlong('stackedArea', orderedAxes(data), data),
  scene: (spec, data, { shares }) => lineScene(spec, data, { style: 'area', stack: shares ? 'share' : 'sum' }),
})
