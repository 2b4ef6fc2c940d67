import { z } from 'zod'
import { specOf } from '../chart-spec.ts'
import { xOf, yOf } from '../chart.ts'
import { defineChart } from '../define-chart.ts'
import { inSentence, plural } from '../labels.ts'
import { hasParts, partsScene } from '../parts.ts'
import { dimensionsOf, distinctIn, measuresOf } from '../result-columns.ts'
import { pick } from '../settings/shared.ts'

/** More slices than this cannot be told apart. */
const sliceLimit = 8
/** Of more groups than this nearly all would be one slice of others. */
const mostFolded = 30

/** Slices of a whole. */
export const pie = defineChart({
  id: 'pie',
  title: 'Pie chart',
  icon: 'M21 12c.552 0 1.005-.449.95-.998a10 10 0 0 0-8.953-8.951c-.55-.055-.998.398-.998.95v8a1 1 0 0 0 1 1zM21.21 15.89A10 10 0 1 1 8 2.83',
  words: ['pie chart', 'pie', 'pies', 'pie graph', 'pie plot', 'circle chart'],
  mark: 'pie',
  useWhen: 'See how a whole divides into a few parts.',
  intents: ['part'],
  channels: [xOf('Slices', ['category', 'time', 'bins']), yOf('Size')],
  settings: z.object({
    slices: z.int().min(2).max(sliceLimit).default(sliceLimit).meta({ title: 'Slices at most' }),
    ...pick('colour', 'numbers'),
  }),
  size: { w: 4, h: 4 },
  example: {
    title: 'Revenue by channel',
    query: { dimensions: [{ column: 'Channel' }], measures: [{ aggregate: 'sum', column: 'Revenue' }] },
  },
  suits(data) {
    const [x] = dimensionsOf(data)
    if (x === undefined || !hasParts(data)) return 0
    const slices = distinctIn(data, x.column)
    if (slices > mostFolded) return 0.1
    return x.part.kind === 'category' && slices <= sliceLimit ? 0.58 : 0.25
  },
  reason: (data) =>
    `Slices show what share each of the ${plural(inSentence(dimensionsOf(data)[0]?.part.label ?? 'part'))} has.`,
  specFor: (data) => specOf('pie', { x: dimensionsOf(data)[0]?.name, y: measuresOf(data)[0]?.name }),
  scene: (spec, data, { slices }) => partsScene(spec, data, { shape: 'pie', most: slices, isRanked: true }),
})
