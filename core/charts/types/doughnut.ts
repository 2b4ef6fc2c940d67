import { z } from 'zod'
import { specOf } from '../chart-spec.ts'
import { defineChart } from '../define-chart.ts'
import { partsScene } from '../parts.ts'
import { dimensionsOf, measuresOf } from '../result-columns.ts'
import { pie } from './pie.ts'
import { pick } from '../settings/shared.ts'

/** Slices of a ring, with the whole in its middle. */
export const doughnut = defineChart({
  id: 'doughnut',
  title: 'Doughnut chart',
  icon: 'M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0M8 12a4 4 0 1 0 8 0a4 4 0 1 0 -8 0M12 2v6M15.5 14l5 3.2',
  words: ['doughnut chart', 'donut chart', 'doughnut', 'donut', 'ring chart', 'donut graph', 'doughnut graph'],
  mark: 'pie',
  useWhen: 'See how a whole divides into a few parts, with the total in the middle.',
  intents: ['part'],
  channels: pie.channels,
  settings: z.object({ ...pick('colour', 'numbers') }),
  size: { w: 4, h: 4 },
  example: {
    title: 'Orders by category',
    query: { dimensions: [{ column: 'Category' }], measures: [{ aggregate: 'count' }] },
  },
  suits: (data) => pie.suits(data) * 0.9,
  reason: pie.reason,
  specFor: (data) => specOf('doughnut', { x: dimensionsOf(data)[0]?.name, y: measuresOf(data)[0]?.name }),
  scene: (spec, data) => partsScene(spec, data, { shape: 'ring', most: 8, isRanked: true }),
})
