import { z } from 'zod'
import { specOf } from '../chart-spec.ts'
import { optional, xOf, yOf } from '../chart.ts'
import { defineChart } from '../define-chart.ts'
import { inSentence, plural } from '../labels.ts'
import { isWhole, partsScene } from '../parts.ts'
import { dimensionsOf, distinctIn, measuresOf } from '../result-columns.ts'
import { pick } from '../settings/shared.ts'

/** Tiles beyond this are too small to see. */
const tileLimit = 60

/** Tiles as large as their values. */
export const treemap = defineChart({
  id: 'treemap',
  title: 'Treemap',
  icon: 'M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-14a2 2 0 0 1 2 -2zM13 3v18M13 10h8M17 10v11',
  words: ['treemap', 'tree map', 'treemap chart', 'tree map chart'],
  mark: 'other',
  useWhen: 'See how a whole divides into many parts, in groups.',
  intents: ['part'],
  channels: [
    xOf('Tiles', ['category', 'time', 'bins']),
    yOf('Size'),
    optional('colour', 'Groups', ['category', 'time', 'bins']),
  ],
  settings: z.object({ ...pick('colour', 'numbers') }),
  size: { w: 6, h: 5 },
  example: {
    title: 'Revenue by product in each category',
    query: {
      dimensions: [{ column: 'Category' }, { column: 'Product' }],
      measures: [{ aggregate: 'sum', column: 'Revenue' }],
    },
  },
  suits(data) {
    const [x, , ...others] = dimensionsOf(data)
    const [measure] = measuresOf(data)
    if (x === undefined || others.length > 0 || measure === undefined || measure.part.isAverage) return 0
    return data.table.rows > 1 && isWhole(data, measure) ? 0.42 : 0
  },
  reason: (data) =>
    `Tiles show how large each of the ${plural(inSentence(dimensionsOf(data).at(-1)?.part.label ?? 'part'))} is.`,
  specFor(data) {
    const [first, second] = dimensionsOf(data)
    const y = measuresOf(data)[0]?.name
    if (first === undefined || second === undefined) return specOf('treemap', { x: first?.name, y })
    const [group, tile] =
      distinctIn(data, first.column) <= distinctIn(data, second.column) ? [first, second] : [second, first]
    return specOf('treemap', { x: tile.name, y, colour: group.name })
  },
  scene: (spec, data) => partsScene(spec, data, { shape: 'tiles', most: tileLimit, isRanked: true }),
})
