import { z } from 'zod'
import { cellAt } from '../../table/table.ts'
import { nameIn, namesIn, specOf, type ChartSpec } from '../chart-spec.ts'
import { xOf, yOf, type ChartData } from '../chart.ts'
import { defineChart } from '../define-chart.ts'
import { inSentence, plural } from '../labels.ts'
import { naturalOrder } from '../natural-rows.ts'
import {
  dimensionsOf,
  distinctIn,
  hasNumbers,
  measuredColumns,
  measuresOf,
  missingColumns,
  namedColumn,
  noValues,
  numberAt,
  sceneColumn,
  textAt,
} from '../result-columns.ts'
import type { Scene, StepsScene } from '../scenes.ts'
import { pick } from '../settings/shared.ts'

/** More steps than this are cut; the rest is one step. */
const stepLimit = 24

type Step = StepsScene['steps'][number]

function scene(spec: ChartSpec, data: ChartData): Scene {
  const x = namedColumn(data, nameIn(spec, 'x'))
  const [y] = measuredColumns(data, namesIn(spec, 'y'))
  if (x === undefined || y === undefined) return missingColumns
  if (y.part.isAverage) return { kind: 'empty', reason: 'Averages do not add up, so they lead to no total.' }
  const rows = Array.from({ length: data.table.rows }, (_, row) => row).filter(
    (row) => !Number.isNaN(numberAt(y.column, row)),
  )
  if (rows.length === 0) return noValues
  const order = naturalOrder(x, rows)
  const ordered = order === null ? rows : order.map((at) => rows[at] ?? 0)
  let reached = 0
  const stepTo = (label: string, change: number): Step => {
    const from = reached
    reached += change
    return { label, from, to: reached, isTotal: false }
  }
  const shown = ordered.slice(0, stepLimit)
  const left = ordered.slice(stepLimit)
  const steps = shown.map((row) => ({
    ...stepTo(textAt(x, row), numberAt(y.column, row)),
    key: cellAt(x.column, row),
  }))
  const rest = left.reduce((sum, row) => sum + numberAt(y.column, row), 0)
  const others = left.length > 0 ? [stepTo(`Other (${left.length.toLocaleString('en')})`, rest)] : []
  return {
    kind: 'steps',
    x: sceneColumn(x),
    y: sceneColumn(y),
    steps: [...steps, ...others, { label: 'Total', from: 0, to: reached, isTotal: true }],
    note: left.length > 0 ? `${left.length} ${plural(inSentence(x.part.label))} stand together as Other.` : null,
  }
}

/** What each adds to or takes from a total. */
export const waterfall = defineChart({
  id: 'waterfall',
  title: 'Waterfall chart',
  icon: 'M3 3v16a2 2 0 0 0 2 2h16M7 17v-6M11 11V7M15 7v3M19 17V9',
  words: ['waterfall chart', 'waterfall', 'waterfall graph', 'waterfall plot', 'bridge chart', 'cascade chart'],
  mark: 'other',
  useWhen: 'See what each part adds to or takes from a total.',
  intents: ['change', 'part'],
  channels: [xOf('Steps', ['category', 'time', 'bins']), yOf('Change')],
  settings: z.object({ ...pick('order', 'colour', 'numbers') }),
  size: { w: 6, h: 5 },
  example: {
    title: 'Profit by category',
    query: { dimensions: [{ column: 'Category' }], measures: [{ aggregate: 'sum', column: 'Profit' }] },
  },
  suits(data) {
    const [x, ...others] = dimensionsOf(data)
    const [measure] = measuresOf(data)
    if (x === undefined || others.length > 0 || measure === undefined || measure.part.isAverage) return 0
    return hasNumbers(data, measure) && distinctIn(data, x.column, 2) > 1 ? 0.35 : 0
  },
  reason: (data) =>
    `Steps show what each of the ${plural(inSentence(dimensionsOf(data)[0]?.part.label ?? 'part'))} adds to the total.`,
  specFor: (data) => specOf('waterfall', { x: dimensionsOf(data)[0]?.name, y: measuresOf(data)[0]?.name }),
  scene,
})
