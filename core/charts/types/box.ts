import { z } from 'zod'
import { quantileOf } from '../../stats/quantile.ts'
import { nameOfMeasure, type Measure } from '../../query/measure.ts'
import type { Query } from '../../query/query.ts'
import { isQuantity } from '../../query/type-rules.ts'
import type { SemanticModel } from '../../semantic/semantic-model.ts'
import { cellAt } from '../../table/table.ts'
import { nameIn, namesIn, specOf, type ChartSpec } from '../chart-spec.ts'
import { optional, yOf, type ChartData } from '../chart.ts'
import { defineChart } from '../define-chart.ts'
import { inSentence, plural } from '../labels.ts'
import { naturalOrder } from '../natural-rows.ts'
import { joinNotes } from '../pivot.ts'
import {
  dimensionsOf,
  hasNumbers,
  listedNumbers,
  measuredColumns,
  measuresOf,
  missingColumns,
  namedColumn,
  noValues,
  numberAt,
  resultColumns,
  sceneColumn,
  textAt,
  type ResultColumn,
} from '../result-columns.ts'
import type { Box, Scene } from '../scenes.ts'
import { pick } from '../settings/shared.ts'

/** More boxes than this are a wall. */
const boxLimit = 40
/** Outliers drawn of one box. */
const outlierLimit = 200
/** The five figures of a box, in the order in which they are asked. */
const figures = 5

/** Do five measures ascend in every row? Then they are the quartiles between two ends. */
function areFigures({ table }: ChartData, measures: readonly ResultColumn[]): boolean {
  if (measures.length !== figures) return false
  for (let row = 0; row < table.rows; row += 1) {
    const values = measures.map(({ column }) => numberAt(column, row)).filter((value) => !Number.isNaN(value))
    if (values.some((value, at) => at > 0 && value < (values[at - 1] ?? value))) return false
  }
  return table.rows > 0
}

function suits(data: ChartData): number {
  const dimensions = dimensionsOf(data)
  const measures = measuresOf(data)
  if (measures.length > 0) {
    const isKnown = measures.every((measure) => hasNumbers(data, measure))
    return dimensions.length <= 1 && isKnown && areFigures(data, measures) ? 0.85 : 0
  }
  const numbers = listedNumbers(data)
  const others = resultColumns(data).filter((column) => !numbers.includes(column))
  const isKnown = numbers.every((number) => hasNumbers(data, number))
  return numbers.length === 1 && others.length <= 1 && isKnown && data.table.rows >= 5 ? 0.4 : 0
}

function specFor(data: ChartData): ChartSpec {
  const measures = measuresOf(data)
  if (measures.length > 0)
    return specOf('box', { x: dimensionsOf(data)[0]?.name, y: measures.slice(0, figures).map(({ name }) => name) })
  const [number] = listedNumbers(data)
  const group = resultColumns(data).find((column) => column !== number)
  return specOf('box', { x: group?.name, y: number?.name })
}

const named = (x: ResultColumn | undefined, row: number): Pick<Box, 'label' | 'key'> =>
  x ? { label: textAt(x, row), key: cellAt(x.column, row) } : { label: '', key: null }

/** A box of each row's five figures. */
function boxesOfFigures(data: ChartData, x: ResultColumn | undefined, y: readonly ResultColumn[]): readonly Box[] {
  const rows = Array.from({ length: data.table.rows }, (_, row) => row)
  const order = x ? (naturalOrder(x, rows) ?? rows) : rows
  return order.flatMap((row): readonly Box[] => {
    const [low, lower, middle, upper, high] = y.map(({ column }) => numberAt(column, row))
    if (low === undefined || lower === undefined || middle === undefined) return []
    if (upper === undefined || high === undefined || Number.isNaN(low + lower + middle + upper + high)) return []
    return [{ ...named(x, row), low, lower, middle, upper, high, outliers: [] }]
  })
}

/** A box of listed numbers; whiskers end at the furthest values within 1.5 times the box. */
function boxOf(values: readonly number[], name: Pick<Box, 'label' | 'key'>): Box {
  const sorted = Float64Array.from(values).sort()
  const [lower, middle, upper] = [0.25, 0.5, 0.75].map((part) => quantileOf(sorted.slice(), part)) as [
    number,
    number,
    number,
  ]
  const reach = 1.5 * (upper - lower)
  const within = sorted.filter((value) => value >= lower - reach && value <= upper + reach)
  const beyond = sorted.filter((value) => value < lower - reach || value > upper + reach)
  const step = Math.max(1, beyond.length / outlierLimit)
  return {
    ...name,
    low: within[0] ?? middle,
    lower,
    middle,
    upper,
    high: within.at(-1) ?? middle,
    outliers: Array.from(
      { length: Math.min(beyond.length, outlierLimit) },
      (_, at) => beyond[Math.floor(at * step)] ?? middle,
    ),
  }
}

function boxesOfRows({ table }: ChartData, x: ResultColumn | undefined, y: ResultColumn): readonly Box[] {
  const groups = new Map<string, { readonly row: number; readonly values: number[] }>()
  for (let row = 0; row < table.rows; row += 1) {
    const value = numberAt(y.column, row)
    if (Number.isNaN(value)) continue
    const label = x ? textAt(x, row) : ''
    const group = groups.get(label) ?? { row, values: [] }
    groups.set(label, group)
    group.values.push(value)
  }
  const rows = [...groups.values()]
  const order = x
    ? naturalOrder(
        x,
        rows.map(({ row }) => row),
      )
    : null
  const boxes = rows.map(({ row, values }) => boxOf(values, named(x, row)))
  return order ? order.flatMap((at) => boxes[at] ?? []) : boxes.sort((a, b) => b.middle - a.middle)
}

const noteOf = (count: number, x: ResultColumn | undefined): string | null =>
  count > boxLimit
    ? `The first ${boxLimit} of ${count} ${plural(inSentence(x?.part.label ?? 'group'))} are drawn.`
    : null

/** What the whiskers of five figures end at. */
const endsOf = (y: readonly ResultColumn[]): string =>
  [y[0], y.at(-1)].map((column) => inSentence(column?.part.label ?? '')).join(' and ')

function scene(spec: ChartSpec, data: ChartData): Scene {
  const x = namedColumn(data, nameIn(spec, 'x'))
  const y = measuredColumns(data, namesIn(spec, 'y'))
  const [first] = y
  if (first === undefined || (y.length !== 1 && !areFigures(data, y))) return missingColumns
  const boxes = y.length === figures ? boxesOfFigures(data, x, y) : boxesOfRows(data, x, first)
  if (boxes.length === 0) return noValues
  const shown = sceneColumn(y.length === figures ? (y[2] ?? first) : first)
  const rows = { name: 'Rows', type: 'text', format: 'text', label: 'Rows' } as const
  return {
    kind: 'boxes',
    x: x ? sceneColumn(x) : rows,
    y: shown,
    boxes: boxes.slice(0, boxLimit),
    note: joinNotes(y.length === figures ? `Whiskers end at ${endsOf(y)}.` : null, noteOf(boxes.length, x)),
  }
}

const quartile = (column: string, quantile: number): Measure => ({ aggregate: 'quantile', column, quantile })

/** One measure of a column becomes its five figures, computed over every row. */
function queryFor(asked: Query, model: SemanticModel): Query | null {
  const name = asked.measures.find(({ column }) => column !== undefined)?.column ?? asked.columns[0]
  const column = model.columns.find((each) => each.name === name)
  if (column === undefined || !isQuantity(column.type) || asked.dimensions.length > 1) return null
  const measures: Measure[] = [
    quartile(column.name, 0.05),
    quartile(column.name, 0.25),
    { aggregate: 'median', column: column.name },
    quartile(column.name, 0.75),
    quartile(column.name, 0.95),
  ]
  const results = new Set(measures.map(nameOfMeasure))
  return { ...asked, columns: [], measures, sort: asked.sort.filter(({ by }) => results.has(by)) }
}

/** The spread of a number in each group. */
export const box = defineChart({
  id: 'box',
  title: 'Box plot',
  icon: 'M3 12h4M17 12h4M3 9v6M21 9v6M8 7h8a1 1 0 0 1 1 1v8a1 1 0 0 1 -1 1h-8a1 1 0 0 1 -1 -1v-8a1 1 0 0 1 1 -1zM11 7v10',
  words: [
    'box plot',
    'boxplot',
    'box chart',
    'box and whisker plot',
    'box and whisker chart',
    'box and whisker',
    'whisker plot',
  ],
  mark: 'boxplot',
  useWhen: 'Compare how a number is spread in each group.',
  intents: ['distribution'],
  channels: [
    optional('x', 'Groups', ['category', 'time', 'bins', 'value']),
    yOf('Values', figures, ['measure', 'number']),
  ],
  settings: z.object({ ...pick('colour', 'numbers') }),
  size: { w: 6, h: 5 },
  example: {
    title: 'Spread of revenue by category',
    query: { dimensions: [{ column: 'Category' }], measures: [{ aggregate: 'mean', column: 'Revenue' }] },
  },
  queryFor,
  suits,
  reason: (data) =>
    `Boxes show how values are spread${dimensionsOf(data)[0] ? ` in each of the ${plural(inSentence(dimensionsOf(data)[0]?.part.label ?? ''))}` : ''}.`,
  specFor,
  scene,
})
