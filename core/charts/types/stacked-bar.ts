import { z } from 'zod'
import { categoryAxes, specAlong } from '../axes.ts'
import { barScene } from '../bars.ts'
import { optional, xOf, yOf } from '../chart.ts'
import { defineChart } from '../define-chart.ts'
import { inSentence, plural } from '../labels.ts'
import { suitsStack } from '../stacks.ts'
import { pick } from '../settings/shared.ts'

/** Bars whose parts stand on each other. */
export const stackedBar = defineChart({
  id: 'stackedBar',
  title: 'Stacked bar chart',
  icon: 'M3 3v16a2 2 0 0 0 2 2h16M7 17V9h4v8zM7 13h4M15 17V5h4v12zM15 9h4',
  words: [
    'stacked bar chart',
    'stacked bar graph',
    'stacked bar',
    'stacked bars',
    'stack bar chart',
    'stacked barchart',
    'stacked column chart',
    'stacked chart',
    'stacked',
  ],
  mark: 'bar',
  useWhen: 'Compare totals between categories and see what they are made of.',
  intents: ['part', 'comparison'],
  channels: [
    xOf('Categories', ['category', 'time', 'bins']),
    yOf('Length', 8),
    optional('colour', 'Parts', ['category', 'time', 'bins']),
  ],
  settings: z.object({ ...pick('order', 'colour', 'numbers', 'axisTo', 'reference', 'target') }),
  size: { w: 6, h: 5 },
  example: {
    title: 'Revenue by category and channel',
    query: {
      dimensions: [{ column: 'Category' }, { column: 'Channel' }],
      measures: [{ aggregate: 'sum', column: 'Revenue' }],
    },
  },
  suits: (data) => suitsStack(data, categoryAxes(data), 0.6),
  reason(data) {
    const { x, series } = categoryAxes(data)
    const axis = plural(inSentence(x?.part.label ?? 'category'))
    return `Bars compare ${axis}, each made of its ${plural(inSentence(series?.part.label ?? 'part'))}.`
  },
  specFor: (data) => specAlong('stackedBar', categoryAxes(data), data),
  scene: (spec, data) => barScene(spec, data, { stack: 'sum', direction: 'auto' }),
})
