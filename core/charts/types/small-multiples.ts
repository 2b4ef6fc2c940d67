import { z } from 'zod'
import { nameIn, specOf, type ChartSpec } from '../chart-spec.ts'
import { xOf, yOf, type ChartData } from '../chart.ts'
import { defineChart } from '../define-chart.ts'
import { inSentence, plural } from '../labels.ts'
import { orderedAxes } from '../axes.ts'
import { lineScene } from '../lines.ts'
import { barScene } from '../bars.ts'
import { naturalOrder } from '../natural-rows.ts'
import {
  dimensionsOf,
  distinctIn,
  hasNumbers,
  measuresOf,
  missingColumns,
  namedColumn,
  noValues,
  sceneColumn,
  textAt,
  type ResultColumn,
} from '../result-columns.ts'
import { takeRows } from '../../engine/take-rows.ts'
import { cellAt } from '../../table/table.ts'
import type { FacetsScene, Scene, XyScene } from '../scenes.ts'
import { pick } from '../settings/shared.ts'

/** As many panels as are compared at a glance. */
const panelLimit = 12

/** What runs goes along the axis of each panel; of two categories, the one with more groups. */
function sides(data: ChartData): { x: ResultColumn | undefined; facet: ResultColumn | undefined } {
  const { x, series } = orderedAxes(data)
  if (x && series) return { x, facet: series }
  const [first, second] = dimensionsOf(data)
  if (first === undefined || second === undefined) return { x: first, facet: second }
  return distinctIn(data, first.column) >= distinctIn(data, second.column)
    ? { x: first, facet: second }
    : { x: second, facet: first }
}

/** Rows of each group of the facet, the groups in their own order where they have one. */
function groupsOf({ table }: ChartData, facet: ResultColumn): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>()
  for (let row = 0; row < table.rows; row += 1) {
    const text = textAt(facet, row)
    const rows = groups.get(text) ?? []
    groups.set(text, rows)
    rows.push(row)
  }
  const all = [...groups.values()]
  const order = naturalOrder(
    facet,
    all.map(([row = 0]) => row),
  )
  return order === null ? all : order.flatMap((at) => [all[at] ?? []])
}

type Panel = FacetsScene['panels'][number]

/** The range that every panel needs. */
function reachOf(panels: readonly Panel[]): XyScene['reach'] {
  const values = panels
    .flatMap(({ scene }) => scene.series.flatMap(({ y }) => Array.from(y)))
    .filter((y) => !Number.isNaN(y))
  return {
    min: values.reduce((a, b) => Math.min(a, b), Infinity),
    max: values.reduce((a, b) => Math.max(a, b), -Infinity),
  }
}

function scene(spec: ChartSpec, data: ChartData): Scene {
  const x = namedColumn(data, nameIn(spec, 'x'))
  const facet = namedColumn(data, nameIn(spec, 'facet'))
  const y = nameIn(spec, 'y')
  if (x === undefined || facet === undefined || y === null) return missingColumns
  const groups = groupsOf(data, facet)
  const own = specOf(spec.type, { x: x.name, y })
  const panels = groups.slice(0, panelLimit).flatMap((rows): Panel[] => {
    const places = Int32Array.from(rows)
    const table = { rows: rows.length, columns: data.table.columns.map((column) => takeRows(column, places)) }
    const part = { ...data, table }
    const drawn =
      x.part.kind === 'category'
        ? barScene(own, part, { stack: null, direction: 'auto' })
        : lineScene(own, part, { style: 'line', stack: null })
    const [row = 0] = rows
    return drawn.kind === 'xy' ? [{ label: textAt(facet, row), key: cellAt(facet.column, row), scene: drawn }] : []
  })
  const reach = reachOf(panels)
  if (panels.length === 0 || reach === undefined) return noValues
  return {
    kind: 'facets',
    by: sceneColumn(facet),
    panels: panels.map(({ scene: drawn, ...panel }) => ({ ...panel, scene: { ...drawn, reach } })),
    note:
      groups.length > panelLimit
        ? `The first ${panelLimit} of ${groups.length} ${plural(inSentence(facet.part.label))} are drawn.`
        : null,
  }
}

/** The same picture for each group, on shared axes. */
export const smallMultiples = defineChart({
  id: 'smallMultiples',
  title: 'Small multiples',
  icon: 'M3 3h8v8H3zM13 3h8v8h-8zM3 13h8v8H3zM13 13h8v8h-8zM5 9l2-3 2 2M15 9l2-2 2 1M5 19l2-2 2 1M15 19l2-3 2 2',
  words: [
    'small multiples',
    'small multiple',
    'trellis chart',
    'trellis plot',
    'facet chart',
    'facet grid',
    'panel chart',
    'faceted chart',
  ],
  mark: 'line',
  useWhen: 'Compare the same picture between groups, one panel for each.',
  intents: ['comparison', 'trend'],
  channels: [
    xOf('Along', ['time', 'bins', 'category']),
    yOf('Height'),
    { id: 'facet', label: 'Panels', accepts: ['category', 'bins', 'time'], isRequired: true, most: 1 },
  ],
  settings: z.object({ ...pick('colour', 'numbers') }),
  size: { w: 12, h: 6 },
  example: {
    title: 'Revenue by month in each region',
    query: {
      dimensions: [{ column: 'Order date', grain: 'month' }, { column: 'Region' }],
      measures: [{ aggregate: 'sum', column: 'Revenue' }],
    },
  },
  suits(data) {
    const { x, facet } = sides(data)
    const [measure, ...more] = measuresOf(data)
    if (x === undefined || facet === undefined || dimensionsOf(data).length !== 2) return 0
    if (measure === undefined || more.length > 0 || !hasNumbers(data, measure)) return 0
    const panels = distinctIn(data, facet.column)
    return panels < 2 || distinctIn(data, x.column, 2) < 2 ? 0 : panels <= panelLimit ? 0.58 : 0.3
  },
  reason: (data) => `One panel for each ${inSentence(sides(data).facet?.part.label ?? 'group')}, on shared axes.`,
  specFor(data) {
    const { x, facet } = sides(data)
    return specOf('smallMultiples', { x: x?.name, y: measuresOf(data)[0]?.name, facet: facet?.name })
  },
  scene,
})
