import { z } from 'zod'
import { lineAxes, orderedAxes, specAlong } from '../axes.ts'
import { optional, xOf, yOf } from '../chart.ts'
import { defineChart } from '../define-chart.ts'
import { inSentence } from '../labels.ts'
import { lineScene } from '../lines.ts'
import { dimensionsOf, distinctIn, hasNumbers, measuresOnOneAxis } from '../result-columns.ts'
import { pick } from '../settings/shared.ts'

/** A line that keeps its height until the next value. */
export const step = defineChart({
  id: 'step',
  title: 'Step chart',
  icon: 'M3 3v16a2 2 0 0 0 2 2h16M7 16h4v-5h4V7h5',
  words: ['step chart', 'step line chart', 'step line', 'step graph', 'stair chart', 'staircase chart'],
  mark: 'line',
  useWhen: 'Follow a value that stays until it changes, as prices and stocks do.',
  intents: ['trend'],
  channels: [
    xOf('Along', ['time', 'bins', 'category']),
    yOf('Height', 8),
    optional('colour', 'Colour', ['category', 'time', 'bins']),
  ],
  settings: z.object({ ...pick('colour', 'numbers', 'axisFrom', 'axisTo', 'reference', 'target') }),
  size: { w: 6, h: 5 },
  example: {
    title: 'Average unit price by quarter',
    query: {
      dimensions: [{ column: 'Order date', grain: 'quarter' }],
      measures: [{ aggregate: 'mean', column: 'Unit price' }],
    },
  },
  suits(data) {
    const { x, series } = orderedAxes(data)
    if (x?.part.kind !== 'time' || dimensionsOf(data).length > 2 || distinctIn(data, x.column, 3) < 3) return 0
    if (!measuresOnOneAxis(data).some((measure) => hasNumbers(data, measure))) return 0
    return series ? 0.2 : 0.3
  },
  reason: (data) => `Steps show when it changed along ${inSentence(orderedAxes(data).x?.part.label ?? 'time')}.`,
  specFor: (data) => specAlong('step', lineAxes(data), data),
  scene: (spec, data) => lineScene(spec, data, { style: 'step', stack: null }),
})
