import { z } from 'zod'
import { specOf } from '../chart-spec.ts'
import { optional, xOf, yOf } from '../chart.ts'
import { defineChart } from '../define-chart.ts'
import { dotNumbers, dotScene, hasPairs } from '../dots.ts'
import { inSentence } from '../labels.ts'
import { dimensionsOf } from '../result-columns.ts'
import { pick } from '../settings/shared.ts'

/** Dots whose size shows a third measure. */
export const bubble = defineChart({
  id: 'bubble',
  title: 'Bubble chart',
  icon: 'M3 3v16a2 2 0 0 0 2 2h16M6.5 14a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0M13 8a4 4 0 1 0 8 0a4 4 0 1 0 -8 0M15.5 16.5a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0 -3 0',
  words: ['bubble chart', 'bubble plot', 'bubble graph', 'bubble', 'bubbles'],
  mark: 'point',
  useWhen: 'See how two measures go together, and how large each dot is by a third.',
  intents: ['relationship'],
  channels: [
    xOf('Across', ['measure', 'number']),
    yOf('Up', 1, ['measure', 'number']),
    optional('size', 'Size', ['measure', 'number']),
    optional('colour', 'Colour', ['category', 'value']),
    optional('label', 'Name of each dot', ['category', 'value', 'time']),
  ],
  settings: z.object({ ...pick('colour', 'numbers', 'axisFrom', 'axisTo', 'trend') }),
  size: { w: 6, h: 5 },
  example: {
    title: 'Profit against revenue by product, sized by orders',
    query: {
      dimensions: [{ column: 'Product' }],
      measures: [
        { aggregate: 'sum', column: 'Revenue' },
        { aggregate: 'sum', column: 'Profit' },
        { aggregate: 'count' },
      ],
    },
  },
  suits(data) {
    const [x, y, size] = dotNumbers(data)
    if (x === undefined || y === undefined || size === undefined || data.table.rows < 3) return 0
    return hasPairs(data, [x, y, size]) && dimensionsOf(data).length <= 1 ? 0.5 : 0
  },
  reason(data) {
    const [x, y, size] = dotNumbers(data).map(({ part }) => inSentence(part.label))
    return `Dots show how ${y} goes with ${x}, and their size shows ${size}.`
  },
  specFor(data) {
    const [x, y, size] = dotNumbers(data)
    return specOf('bubble', { x: x?.name, y: y?.name, size: size?.name, label: dimensionsOf(data)[0]?.name })
  },
  scene: dotScene,
})
