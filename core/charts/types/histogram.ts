import { z } from 'zod'
import type { Query } from '../../query/query.ts'
import { isQuantity } from '../../query/type-rules.ts'
import type { SemanticModel } from '../../semantic/semantic-model.ts'
import { binValues } from '../bins.ts'
import { nameIn, namesIn, specOf, type ChartSpec } from '../chart-spec.ts'
import { xOf, type ChartData } from '../chart.ts'
import { defineChart } from '../define-chart.ts'
import { inSentence } from '../labels.ts'
import {
  dimensionsOf,
  distinctIn,
  hasNumbers,
  isNumeric,
  listedNumbers,
  measuredColumns,
  measuresOf,
  missingColumns,
  namedColumn,
  noValues,
  numberAt,
  numbersOf,
  resultColumns,
  sceneColumn,
  type ResultColumn,
} from '../result-columns.ts'
import type { Scene, XyScene } from '../scenes.ts'
import { pick } from '../settings/shared.ts'

/** More empty bins than this between two values are not drawn: a stray value would hide all others. */
const binLimit = 400

function suitsBins(data: ChartData): number {
  const [bins, ...others] = dimensionsOf(data)
  const [measure, ...more] = measuresOf(data)
  if (bins?.part.kind !== 'bins' || !isNumeric(bins.column) || others.length > 0) return 0
  if (measure === undefined || !hasNumbers(data, measure)) return 0
  return more.length === 0 && measure.part.absent === 0 ? 0.97 : 0.5
}

function suitsListed(data: ChartData): number {
  const [listed] = listedNumbers(data)
  if (listed === undefined || resultColumns(data).length !== 1 || !hasNumbers(data, listed)) return 0
  return distinctIn(data, listed.column, 6) > 5 ? 0.9 : 0.4
}

/** One column of bins with one measure, or one listed column of numbers. */
const suits = (data: ChartData): number => suitsBins(data) || suitsListed(data)

function specFor(data: ChartData): ChartSpec {
  const [bins] = dimensionsOf(data)
  const [measure] = measuresOf(data)
  const [listed] = listedNumbers(data)
  return specOf('histogram', { x: (bins ?? listed)?.name, y: bins && measure?.name })
}

/** The width of the bins: the least distance between two of them. */
function widthOf(starts: readonly number[]): number {
  const gaps = starts.slice(1).map((start, at) => start - (starts[at] ?? start))
  const width = Math.min(...gaps)
  return Number.isFinite(width) && width > 0 ? width : 1
}

/** Without it, a bin from 3 would begin at 2.999999999999999. */
const exact = (value: number): number => Number(value.toPrecision(12))

type Bars = { readonly starts: readonly number[]; readonly heights: readonly number[]; readonly width: number }

/** The bins of the result in order, with those that hold no rows between them. */
function barsOf(data: ChartData, bins: ResultColumn, measure: ResultColumn): Bars {
  const found = numbersOf(data, bins.column)
    .map((start, row) => ({ start, height: numberAt(measure.column, row) }))
    .filter(({ start }) => !Number.isNaN(start))
    .sort((a, b) => a.start - b.start)
  const starts = found.map(({ start }) => start)
  const width = widthOf(starts)
  const first = starts[0] ?? 0
  const slots = Math.round(((starts.at(-1) ?? first) - first) / width) + 1
  if (slots > binLimit) return { starts, heights: found.map(({ height }) => height), width }
  const heights = Array.from({ length: slots }, () => measure.part.absent ?? Number.NaN)
  for (const { start, height } of found) heights[Math.round((start - first) / width)] = height
  return { starts: heights.map((_, at) => exact(first + at * width)), heights, width: exact(width) }
}

function drawn(x: ResultColumn, bars: Bars, y: Pick<XyScene, 'y'> & { readonly label: string }): Scene {
  if (bars.starts.length === 0) return noValues
  return {
    kind: 'xy',
    x: sceneColumn(x),
    categories: null,
    positions: bars.starts,
    keys: bars.starts,
    y: y.y,
    series: [{ label: y.label, y: bars.heights, style: 'bar' }],
    horizontal: false,
    binWidth: bars.width,
    names: null,
    note: null,
  }
}

function scene(spec: ChartSpec, data: ChartData): Scene {
  const x = namedColumn(data, nameIn(spec, 'x'))
  const [measure] = measuredColumns(data, namesIn(spec, 'y'))
  if (x === undefined || !isNumeric(x.column)) return missingColumns
  if (measure !== undefined) {
    if (!hasNumbers(data, measure)) return noValues
    return drawn(x, barsOf(data, x, measure), { y: sceneColumn(measure), label: measure.part.label })
  }
  const bins = binValues(numbersOf(data, x.column))
  if (bins === null) return noValues
  const rows = { name: 'Rows', type: 'integer', format: 'number', label: 'Rows' } as const
  return drawn(x, { starts: bins.starts, heights: bins.counts, width: bins.width }, { y: rows, label: 'Rows' })
}

/** Bins as many as a histogram shows best; their width is rounded. */
const bins = 20

/** One measure of a column becomes the count of its values in bins. */
function queryFor(asked: Query, model: SemanticModel): Query | null {
  if (asked.dimensions.some((dimension) => dimension.bins ?? dimension.binWidth)) return asked
  const name = asked.columns[0] ?? asked.measures.find(({ column }) => column !== undefined)?.column
  const column = model.columns.find((each) => each.name === name)
  if (column === undefined || !isQuantity(column.type)) return null
  return {
    ...asked,
    dimensions: [{ column: column.name, bins }],
    measures: [{ aggregate: 'count' }],
    columns: [],
    sort: [],
  }
}

/** How often values of each size occur. */
export const histogram = defineChart({
  id: 'histogram',
  title: 'Histogram',
  icon: 'M3 3v16a2 2 0 0 0 2 2h16M7 17v-4h4v4M11 17V7h4v10M15 17v-6h4v6',
  words: ['histogram', 'histogram of', 'histogram for'],
  mark: 'bar',
  useWhen: 'See how one number is distributed.',
  intents: ['distribution'],
  channels: [
    xOf('Values', ['bins', 'number']),
    { id: 'y', label: 'Height', accepts: ['measure'], isRequired: false, most: 1 },
  ],
  settings: z.object({ ...pick('colour') }),
  size: { w: 6, h: 5 },
  example: {
    title: 'Distribution of delivery days',
    query: { dimensions: [{ column: 'Delivery days', bins: 12 }], measures: [{ aggregate: 'count' }] },
  },
  queryFor,
  suits,
  reason(data) {
    const [bins] = dimensionsOf(data)
    const column = bins ?? listedNumbers(data)[0]
    return `Bins show how ${inSentence(column?.part.label ?? 'the values')} is distributed.`
  },
  specFor,
  scene,
})
