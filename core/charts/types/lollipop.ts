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
import type { Scene } from '../scenes.ts'
import { pick } from '../settings/shared.ts'

/** More stems than this are not drawn, even where all are opened. */
const stemLimit = 500

function scene(spec: ChartSpec, data: ChartData): Scene {
  const x = namedColumn(data, nameIn(spec, 'x'))
  const [y] = measuredColumns(data, namesIn(spec, 'y'))
  if (x === undefined || y === undefined) return missingColumns
  if (!hasNumbers(data, y)) return noValues
  const all = Array.from({ length: data.table.rows }, (_, row) => row)
  const order = naturalOrder(x, all)
  const rows = (order ?? all).slice(0, stemLimit)
  return {
    kind: 'stems',
    x: sceneColumn(x),
    y: sceneColumn(y),
    stems: rows.map((row) => ({
      label: textAt(x, row),
      key: cellAt(x.column, row),
      value: numberAt(y.column, row),
    })),
    note:
      all.length > stemLimit
        ? `The first ${stemLimit} of ${all.length.toLocaleString('en')} ${plural(inSentence(x.part.label))} are drawn.`
        : null,
  }
}

/** A dot on a stem for each category. */
export const lollipop = defineChart({
  id: 'lollipop',
  title: 'Lollipop chart',
  icon: 'M4 6h10M14 6a2 2 0 1 0 4 0a2 2 0 1 0 -4 0M4 12h5M9 12a2 2 0 1 0 4 0a2 2 0 1 0 -4 0M4 18h12M16 18a2 2 0 1 0 4 0a2 2 0 1 0 -4 0',
  words: ['lollipop chart', 'lollipop', 'lollipop graph', 'lollipop plot', 'stem plot'],
  mark: 'bar',
  useWhen: 'Compare a measure between many categories with little ink.',
  intents: ['comparison'],
  channels: [xOf('Categories', ['category', 'time', 'bins']), yOf('Length')],
  settings: z.object({ ...pick('order', 'colour', 'numbers') }),
  size: { w: 6, h: 5 },
  example: {
    title: 'Revenue by city',
    query: { dimensions: [{ column: 'City' }], measures: [{ aggregate: 'sum', column: 'Revenue' }] },
  },
  suits(data) {
    const [x, ...others] = dimensionsOf(data)
    const [measure, ...more] = measuresOf(data)
    if (x?.part.kind !== 'category' || others.length + more.length > 0 || measure === undefined) return 0
    return hasNumbers(data, measure) && distinctIn(data, x.column) > 1 ? 0.5 : 0
  },
  reason: (data) => `Dots on stems compare ${plural(inSentence(dimensionsOf(data)[0]?.part.label ?? 'category'))}.`,
  specFor: (data) => specOf('lollipop', { x: dimensionsOf(data)[0]?.name, y: measuresOf(data)[0]?.name }),
  scene,
})
