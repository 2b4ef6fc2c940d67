import { z } from 'zod'
import { lineAxes, orderedAxes, specAlong } from '../axes.ts'
import { optional, xOf, yOf } from '../chart.ts'
import { defineChart } from '../define-chart.ts'
import { inSentence } from '../labels.ts'
import { lineScene } from '../lines.ts'
import { isWhole } from '../parts.ts'
import { dimensionsOf, distinctIn, measuresOf } from '../result-columns.ts'
import { pick } from '../settings/shared.ts'

/** A filled line, for amounts. */
export const area = defineChart({
  id: 'area',
  title: 'Area chart',
  icon: 'M3 3v16a2 2 0 0 0 2 2h16M7 17v-5l4-4 4 4 4-4v9z',
  words: ['area chart', 'area graph', 'area plot', 'area', 'filled line chart'],
  mark: 'area',
  useWhen: 'Follow an amount over time, and see how much it is.',
  intents: ['trend'],
  channels: [
    xOf('Along', ['time', 'bins', 'category']),
    yOf('Height', 8),
    optional('colour', 'Colour', ['category', 'time', 'bins']),
  ],
  settings: z.object({ ...pick('colour', 'numbers', 'axisTo', 'reference', 'target', 'trend') }),
  size: { w: 6, h: 5 },
  example: {
    title: 'Orders by week',
    query: { dimensions: [{ column: 'Order date', grain: 'week' }], measures: [{ aggregate: 'count' }] },
  },
  suits(data) {
    const { x } = orderedAxes(data)
    const [measure, ...others] = measuresOf(data)
    if (x?.part.kind !== 'time' || measure === undefined || others.length > 0 || dimensionsOf(data).length > 1) return 0
    if (distinctIn(data, x.column, 3) < 3 || !isWhole(data, measure)) return 0
    return measure.part.isAverage ? 0.3 : 0.6
  },
  reason: (data) =>
    `A filled line shows how much it was along ${inSentence(orderedAxes(data).x?.part.label ?? 'time')}.`,
  specFor: (data) => specAlong('area', lineAxes(data), data),
  scene: (spec, data) => lineScene(spec, data, { style: 'area', stack: null }),
})
