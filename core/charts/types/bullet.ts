import { z } from 'zod'
import { specOf } from '../chart-spec.ts'
import { optional, xOf, yOf } from '../chart.ts'
import { defineChart } from '../define-chart.ts'
import { inSentence } from '../labels.ts'
import { metersScene } from '../meters.ts'
import { dimensionsOf, distinctIn, hasNumbers, measuresOnOneAxis } from '../result-columns.ts'
import { pick } from '../settings/shared.ts'

/** A bar for each figure, with a line at what it should reach. */
export const bullet = defineChart({
  id: 'bullet',
  title: 'Bullet chart',
  icon: 'M3 7h18M3 12h11M3 17h18M17 9v6',
  words: ['bullet chart', 'bullet graph', 'bullet', 'target chart', 'actual versus target chart'],
  mark: 'bar',
  useWhen: 'Compare figures with what each should reach.',
  intents: ['target', 'comparison'],
  channels: [xOf('Rows', ['category', 'time', 'bins']), yOf('Figure'), optional('target', 'Target', ['measure'])],
  settings: z.object({ ...pick('order', 'colour', 'numbers') }),
  size: { w: 6, h: 5 },
  example: {
    title: 'Profit against revenue by region',
    query: {
      dimensions: [{ column: 'Region' }],
      measures: [
        { aggregate: 'sum', column: 'Profit' },
        { aggregate: 'sum', column: 'Revenue' },
      ],
    },
  },
  suits(data) {
    const [x, ...others] = dimensionsOf(data)
    const [figure, target, ...more] = measuresOnOneAxis(data)
    if (x === undefined || others.length > 0 || figure === undefined || target === undefined || more.length > 0)
      return 0
    return hasNumbers(data, figure) && hasNumbers(data, target) && distinctIn(data, x.column) <= 40 ? 0.4 : 0
  },
  reason(data) {
    const [figure, target] = measuresOnOneAxis(data).map(({ part }) => inSentence(part.label))
    return `Bars show ${figure}, and lines across them ${target}.`
  },
  specFor(data) {
    const [figure, target] = measuresOnOneAxis(data)
    return specOf('bullet', { x: dimensionsOf(data)[0]?.name, y: figure?.name, target: target?.name })
  },
  scene: (spec, data) => metersScene(spec, data, 'bullet'),
})
