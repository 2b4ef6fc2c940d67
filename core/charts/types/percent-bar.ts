import { z } from 'zod'
import { categoryAxes, specAlong } from '../axes.ts'
import { barScene } from '../bars.ts'
import { optional, xOf, yOf } from '../chart.ts'
import { defineChart } from '../define-chart.ts'
import { inSentence, plural } from '../labels.ts'
import { suitsStack } from '../stacks.ts'
import { pick } from '../settings/shared.ts'

/** Bars of one length, cut into shares. */
export const percentBar = defineChart({
  id: 'percentBar',
  title: '100% bar chart',
  icon: 'M3 3v16a2 2 0 0 0 2 2h16M7 17V5h4v12zM7 13h4M15 17V5h4v12zM15 9h4',
  words: [
    '100% stacked bar chart',
    '100% bar chart',
    '100% stacked bar',
    '100% bar',
    '100 % bar chart',
    '100 percent bar chart',
    'percent stacked bar chart',
    'normalized stacked bar chart',
    'normalised stacked bar chart',
    'normalized bar chart',
  ],
  mark: 'bar',
  useWhen: 'Compare between categories what share each part has.',
  intents: ['part', 'comparison'],
  channels: [
    xOf('Categories', ['category', 'time', 'bins']),
    yOf('Length', 8),
    optional('colour', 'Parts', ['category', 'time', 'bins']),
  ],
  settings: z.object({ ...pick('order', 'colour') }),
  size: { w: 6, h: 5 },
  example: {
    title: 'Share of revenue by region and channel',
    query: {
      dimensions: [{ column: 'Region' }, { column: 'Channel' }],
      measures: [{ aggregate: 'sum', column: 'Revenue' }],
    },
  },
  suits: (data) => suitsStack(data, categoryAxes(data), 0.5),
  reason(data) {
    const { x, series } = categoryAxes(data)
    const each = inSentence(x?.part.label ?? 'category')
    return `Bars of one length show the share of each ${inSentence(series?.part.label ?? 'part')} within its ${plural(each)}.`
  },
  specFor: (data) => specAlong('percentBar', categoryAxes(data), data),
  scene: (spec, data) => barScene(spec, data, { stack: 'share', direction: 'auto' }),
})
