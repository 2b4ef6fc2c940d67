import { z } from 'zod'
import { specOf } from '../chart-spec.ts'
import { xOf, yOf } from '../chart.ts'
import { defineChart } from '../define-chart.ts'
import { inSentence, plural } from '../labels.ts'
import { hasParts, partsScene } from '../parts.ts'
import { dimensionsOf, measuresOf } from '../result-columns.ts'
import { pick } from '../settings/shared.ts'

const stageLimit = 12

/** Stages, each as wide as what is left of the first. */
export const funnel = defineChart({
  id: 'funnel',
  title: 'Funnel chart',
  icon: 'M3 4h18M5.5 9h13M8 14h8M10.5 19h3',
  words: ['funnel chart', 'funnel', 'conversion funnel', 'sales funnel', 'funnel graph'],
  mark: 'other',
  useWhen: 'See how much is left from stage to stage.',
  intents: ['change'],
  channels: [xOf('Stages', ['category', 'time', 'bins']), yOf('Left at each')],
  settings: z.object({ ...pick('order', 'colour', 'numbers') }),
  size: { w: 6, h: 5 },
  example: {
    title: 'Orders by region',
    query: { dimensions: [{ column: 'Region' }], measures: [{ aggregate: 'count' }] },
  },
  suits: (data) => (hasParts(data, stageLimit) ? 0.2 : 0),
  reason: (data) =>
    `Stages show what is left between ${plural(inSentence(dimensionsOf(data)[0]?.part.label ?? 'stage'))}.`,
  specFor: (data) => specOf('funnel', { x: dimensionsOf(data)[0]?.name, y: measuresOf(data)[0]?.name }),
  scene: (spec, data) => partsScene(spec, data, { shape: 'stages', most: stageLimit, isRanked: true }),
})
