import { z } from 'zod'
import { specOf } from '../chart-spec.ts'
import { optional, yOf } from '../chart.ts'
import { defineChart } from '../define-chart.ts'
import { metersScene } from '../meters.ts'
import { dimensionsOf, hasNumbers, measuresOnOneAxis } from '../result-columns.ts'
import { pick } from '../settings/shared.ts'

/** One figure on a dial. */
export const gauge = defineChart({
  id: 'gauge',
  title: 'Gauge',
  icon: 'M12 14l4-4M3.34 19a10 10 0 1 1 17.32 0',
  words: ['gauge', 'gauge chart', 'speedometer', 'dial', 'meter chart'],
  mark: 'number',
  useWhen: 'See how far one figure has come, and what it should reach.',
  intents: ['target'],
  channels: [
    yOf('Figure'),
    optional('target', 'Target', ['measure']),
    optional('x', 'Of', ['category', 'time', 'bins']),
  ],
  settings: z.object({ ...pick('colour', 'numbers') }),
  size: { w: 3, h: 3 },
  example: { title: 'Average rating', query: { measures: [{ aggregate: 'mean', column: 'Rating' }] } },
  suits(data) {
    const [figure] = measuresOnOneAxis(data)
    if (data.table.rows !== 1 || figure === undefined || !hasNumbers(data, figure)) return 0
    return figure.format === 'percent' || measuresOnOneAxis(data).length === 2 ? 0.5 : 0.25
  },
  reason: 'A dial shows how far the figure has come.',
  specFor(data) {
    const [figure, target] = measuresOnOneAxis(data)
    return specOf('gauge', { y: figure?.name, target: target?.name, x: dimensionsOf(data)[0]?.name })
  },
  scene: (spec, data) => metersScene(spec, data, 'dial'),
})
