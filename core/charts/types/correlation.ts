import type { Query } from '../../query/query.ts'
import { isQuantity } from '../../query/type-rules.ts'
import type { SemanticModel } from '../../semantic/semantic-model.ts'
import { pearsonOf } from '../../stats/pearson.ts'
import { namesIn, specOf } from '../chart-spec.ts'
import { yOf, type ChartData } from '../chart.ts'
import { defineChart } from '../define-chart.ts'
import { dotNumbers } from '../dots.ts'
import {
  dimensionsOf,
  measuredColumns,
  missingColumns,
  noValues,
  numbersOf,
  resultColumns,
  type ResultColumn,
} from '../result-columns.ts'
import type { Scene } from '../scenes.ts'

/** More columns than this are too many to compare. */
const columnLimit = 12
const rowLimit = 10_000

/** Pearson's r of the rows in which both are known; NaN where there is none. */
function between(a: readonly number[], b: readonly number[]): number {
  const [left, right] = [new Float64Array(a.length), new Float64Array(a.length)]
  let count = 0
  for (let row = 0; row < a.length; row += 1) {
    const [x, y] = [a[row] ?? Number.NaN, b[row] ?? Number.NaN]
    if (Number.isNaN(x + y)) continue
    left[count] = x
    right[count] = y
    count += 1
  }
  return pearsonOf(left.subarray(0, count), right.subarray(0, count)) ?? Number.NaN
}

/** Of each two columns; every pair is computed once. */
function pairs(lists: readonly (readonly number[])[]): number[][] {
  const cells: number[][] = []
  for (const [row, a] of lists.entries())
    cells.push(lists.map((b, column) => (row === column ? 1 : (cells[column]?.[row] ?? between(a, b)))))
  return cells
}

function scene(columns: readonly ResultColumn[], data: ChartData): Scene {
  if (columns.length < 2) return missingColumns
  const lists = columns.map(({ column }) => numbersOf(data, column))
  const cells = pairs(lists)
  const isKnown = cells.some((line, row) => line.some((value, column) => row !== column && !Number.isNaN(value)))
  if (!isKnown) return noValues
  const names = columns.map(({ part }) => part.label)
  const column = { name: 'Column', type: 'text', format: 'text', label: 'Column' } as const
  return {
    kind: 'matrix',
    x: column,
    y: column,
    value: { name: 'Correlation', type: 'decimal', format: 'number', label: 'Correlation (Pearson)' },
    columns: names,
    rows: names,
    columnKeys: names.map(() => null),
    rowKeys: names.map(() => null),
    cells,
    scale: 'diverging',
    range: { min: -1, max: 1 },
    note: data.table.rows >= rowLimit ? `Computed of the first ${rowLimit.toLocaleString('en')} rows.` : null,
  }
}

/** The columns that are measured are listed instead: those asked for, else every measure of the model. */
function queryFor(asked: Query, { columns }: SemanticModel): Query | null {
  const named = [...asked.measures.flatMap(({ column }) => column ?? []), ...asked.columns]
  const numeric = columns.filter(({ type, role }) => isQuantity(type) && role !== 'id' && role !== 'time')
  const wanted = numeric.filter(({ name }) => named.includes(name))
  const listed = (wanted.length >= 2 ? wanted : numeric).slice(0, columnLimit).map(({ name }) => name)
  if (listed.length < 2) return null
  return { ...asked, dimensions: [], measures: [], columns: listed, sort: [], limit: rowLimit }
}

/** How strongly each two numbers go together. */
export const correlation = defineChart({
  id: 'correlation',
  title: 'Correlation matrix',
  icon: 'M4 4h4v4H4zM10 10h4v4h-4zM16 16h4v4h-4zM12 6h.01M18 6h.01M18 12h.01M6 12h.01M6 18h.01M12 18h.01',
  words: [
    'correlation matrix',
    'correlation heatmap',
    'correlation heat map',
    'correlation plot',
    'correlation chart',
    'correlogram',
    'correlations',
  ],
  mark: 'heatmap',
  useWhen: 'See which of several numbers go together.',
  intents: ['pattern'],
  channels: [yOf('Columns', columnLimit, ['number', 'measure'])],
  size: { w: 6, h: 6 },
  example: {
    title: 'What goes together',
    query: {
      columns: ['Quantity', 'Unit price', 'Discount', 'Revenue', 'Profit', 'Delivery days', 'Rating'],
      limit: rowLimit,
    },
  },
  queryFor,
  suits(data) {
    const numbers = dotNumbers(data)
    const others = resultColumns(data).length - numbers.length
    if (numbers.length < 3 || others > dimensionsOf(data).length || data.table.rows < 10) return 0
    return scene(numbers, data).kind === 'empty' ? 0 : 0.35
  },
  reason: () => 'Colours show how strongly each two of the columns go together.',
  specFor: (data) =>
    specOf('correlation', {
      y: dotNumbers(data)
        .map(({ name }) => name)
        .slice(0, columnLimit),
    }),
  scene: (spec, data) => scene(measuredColumns(data, namesIn(spec, 'y')), data),
})
