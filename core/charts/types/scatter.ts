import { z } from 'zod'
import { specOf } from '../chart-spec.ts'
import { optional, xOf, yOf, type ChartData } from '../chart.ts'
import { defineChart } from '../define-chart.ts'
import { dotNumbers, dotScene, hasPairs } from '../dots.ts'
import { inSentence } from '../labels.ts'
import { seriesLimit } from '../pivot.ts'
import { dimensionsOf, distinctIn, isNumeric, listedNumbers, measuresOf, resultColumns } from '../result-columns.ts'
import { pick } from '../settings/shared.ts'

/** Two measures per group: better where they are written differently, and with enough groups to see a shape. */
function suitsGroups(data: ChartData, formatsDiffer: boolean): number {
  const few = data.table.rows < 10
  const dimensions = dimensionsOf(data)
  if (measuresOf(data).length > 2 || dimensions.length > 1) return 0.3
  if (dimensions.some(({ part }) => part.kind !== 'category')) return 0.3
  if (formatsDiffer) return few ? 0.5 : 0.7
  return few ? 0.3 : 0.6
}

/** Every row a dot; a third column may colour them where its groups can be told apart. */
function suitsRows(data: ChartData): number {
  const others = resultColumns(data).filter(({ column }) => !isNumeric(column))
  const isPair = listedNumbers(data).length === 2 && data.table.rows >= 10
  if (!isPair || others.length > 1) return 0.3
  return others.every(({ column }) => distinctIn(data, column, seriesLimit + 1) <= seriesLimit) ? 0.9 : 0.3
}

function suits(data: ChartData): number {
  const [x, y] = dotNumbers(data)
  if (x === undefined || y === undefined || data.table.rows < 3 || !hasPairs(data, [x, y])) return 0
  if (measuresOf(data).length >= 2) return suitsGroups(data, x.format !== y.format)
  if (measuresOf(data).length === 1) return dimensionsOf(data).length === 1 && x.part.kind === 'category' ? 0.2 : 0
  return suitsRows(data)
}

/** The groups that colour listed dots, where they can be told apart. */
const colourOf = (data: ChartData): string | undefined =>
  resultColumns(data).find(
    ({ part, column }) =>
      part.kind === 'listed' && !isNumeric(column) && distinctIn(data, column, seriesLimit + 1) <= seriesLimit,
  )?.name

/** Dots that show how two measures go together. */
export const scatter = defineChart({
  id: 'scatter',
  title: 'Scatter plot',
  icon: 'M7 7.5a.5 .5 0 1 0 1 0a.5 .5 0 1 0 -1 0M18 5.5a.5 .5 0 1 0 1 0a.5 .5 0 1 0 -1 0M11 11.5a.5 .5 0 1 0 1 0a.5 .5 0 1 0 -1 0M7 16.5a.5 .5 0 1 0 1 0a.5 .5 0 1 0 -1 0M17 14.5a.5 .5 0 1 0 1 0a.5 .5 0 1 0 -1 0M3 3v16a2 2 0 0 0 2 2h16',
  words: [
    'scatter plot',
    'scatter chart',
    'scatterplot',
    'scatter',
    'scatter graph',
    'scatterchart',
    'dot plot',
    'scatter diagram',
  ],
  mark: 'point',
  useWhen: 'See how two measures go together.',
  intents: ['relationship'],
  channels: [
    xOf('Across', ['measure', 'number', 'category', 'time']),
    yOf('Up', 1, ['measure', 'number']),
    optional('colour', 'Colour', ['category', 'value']),
    optional('label', 'Name of each dot', ['category', 'value', 'time']),
  ],
  settings: z.object({ ...pick('colour', 'numbers', 'axisFrom', 'axisTo', 'trend') }),
  size: { w: 6, h: 5 },
  example: {
    title: 'Rating against delivery days by city',
    query: {
      dimensions: [{ column: 'City' }],
      measures: [
        { aggregate: 'mean', column: 'Delivery days' },
        { aggregate: 'mean', column: 'Rating' },
      ],
    },
  },
  suits,
  reason(data) {
    const [x, y] = dotNumbers(data)
    const [group] = dimensionsOf(data)
    const each = group && distinctIn(data, group.column, 2) > 1 ? `, one for each ${inSentence(group.part.label)}` : ''
    return `Dots show how ${inSentence(y?.part.label ?? '')} goes with ${inSentence(x?.part.label ?? '')}${each}.`
  },
  specFor(data) {
    const [x, y] = dotNumbers(data)
    return specOf('scatter', { x: x?.name, y: y?.name, colour: colourOf(data) })
  },
  scene: dotScene,
})
