import { z } from 'zod'
import { nameIn, specOf } from '../chart-spec.ts'
import { yOf, xOf, type ChartData } from '../chart.ts'
import { defineChart } from '../define-chart.ts'
import { inSentence, plural } from '../labels.ts'
import { matrixScene, sideLimit } from '../matrices.ts'
import {
  dimensionsOf,
  distinctIn,
  hasNumbers,
  measuredColumns,
  measuresOf,
  missingColumns,
  namedColumn,
  type ResultColumn,
} from '../result-columns.ts'
import { pick } from '../settings/shared.ts'

/** With fewer groups on each side, bars side by side say as much. */
const fewest = 4

/** What runs goes across; else the side with more groups does. */
function sides(data: ChartData): readonly [ResultColumn, ResultColumn] | null {
  const [first, second, ...others] = dimensionsOf(data)
  if (first === undefined || second === undefined || others.length > 0) return null
  if (second.part.kind === 'time' || second.part.part) return [second, first]
  if (first.part.kind === 'time' || first.part.part) return [first, second]
  return distinctIn(data, first.column) >= distinctIn(data, second.column) ? [first, second] : [second, first]
}

function suits(data: ChartData): number {
  const found = sides(data)
  const [measure] = measuresOf(data)
  if (found === null || measure === undefined || !hasNumbers(data, measure)) return 0
  const [across, down] = found.map(({ column }) => distinctIn(data, column)) as [number, number]
  if (Math.min(across, down) < 2) return 0
  if (across > sideLimit || down > sideLimit) return 0.3
  return Math.min(across, down) >= fewest && Math.max(across, down) > 8 ? 0.62 : 0.4
}

/** Two groups crossed, each cell coloured by its value. */
export const heatmap = defineChart({
  id: 'heatmap',
  title: 'Heatmap',
  icon: 'M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-14a2 2 0 0 1 2 -2zM3 9h18M3 15h18M9 3v18M15 3v18',
  words: ['heatmap', 'heat map', 'heatmap chart', 'heat map chart', 'heat table', 'matrix chart'],
  mark: 'heatmap',
  useWhen: 'See where two groups meet high or low values.',
  intents: ['pattern'],
  channels: [
    xOf('Across', ['time', 'category', 'bins']),
    yOf('Down', 1, ['category', 'time', 'bins']),
    { id: 'colour', label: 'Colour', accepts: ['measure'], isRequired: true, most: 1 },
  ],
  settings: z.object({ ...pick('colour', 'numbers') }),
  size: { w: 6, h: 5 },
  example: {
    title: 'Orders by weekday and month',
    query: {
      dimensions: [
        { column: 'Order date', part: 'dayOfWeek' },
        { column: 'Order date', part: 'monthOfYear' },
      ],
      measures: [{ aggregate: 'count' }],
    },
  },
  suits,
  reason(data) {
    const [across, down] = (sides(data) ?? []).map(({ part }) => plural(inSentence(part.label)))
    return `Colours show where ${down} and ${across} meet high or low values.`
  },
  specFor(data) {
    const [across, down] = sides(data) ?? dimensionsOf(data)
    return specOf('heatmap', { x: across?.name, y: down?.name, colour: measuresOf(data)[0]?.name })
  },
  scene(spec, data) {
    const [x, y] = [namedColumn(data, nameIn(spec, 'x')), namedColumn(data, nameIn(spec, 'y'))]
    const [value] = measuredColumns(data, [nameIn(spec, 'colour') ?? ''])
    return x && y && value ? matrixScene(data, { x, y, value }) : missingColumns
  },
})
