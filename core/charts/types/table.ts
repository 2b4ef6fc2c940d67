import { cellAt } from '../../table/table.ts'
import { namesIn, specOf, type ChartSpec } from '../chart-spec.ts'
import type { ChartData } from '../chart.ts'
import { defineChart } from '../define-chart.ts'
import { dimensionsOf, measuresOf, namedColumn, resultColumns, sceneColumn } from '../result-columns.ts'
import type { Scene } from '../scenes.ts'

/** As many rows as a person scrolls through; the export holds the rest. */
const rowLimit = 500
/** As many columns as a spec names. */
const columnLimit = 20

function suits(data: ChartData): number {
  const columns = resultColumns(data)
  if (columns.length === 0) return 0
  if (columns.some(({ part }) => part.kind === 'listed')) return 0.8
  if (dimensionsOf(data).length > 2 || measuresOf(data).length === 0) return 0.75
  return measuresOf(data).length > 2 ? 0.65 : 0.45
}

const specFor = (data: ChartData): ChartSpec =>
  specOf('table', {
    y: resultColumns(data)
      .map(({ name }) => name)
      .slice(0, columnLimit),
  })

function scene(spec: ChartSpec, data: ChartData): Scene {
  const names = namesIn(spec, 'y')
  const named = names.flatMap((name) => namedColumn(data, name) ?? [])
  const whole = resultColumns(data)
  const columns = named.length > 0 && names.length < columnLimit ? named : whole
  const { rows } = data.table
  const shown = Array.from({ length: Math.min(rows, rowLimit) }, (_, row) =>
    columns.map(({ column }) => cellAt(column, row)),
  )
  return {
    kind: 'table',
    columns: columns.map(sceneColumn),
    rows: shown,
    ...(rows > rowLimit ? { note: `The first ${rowLimit} of ${rows.toLocaleString('en')} rows.` } : {}),
  }
}

/** Rows and columns as they are. */
export const table = defineChart({
  id: 'table',
  title: 'Table',
  icon: 'M9 3v18M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-14a2 2 0 0 1 2 -2zM3 9h18M3 15h18',
  words: ['as a table', 'table', 'in a table', 'data table'],
  mark: 'table',
  useWhen: 'Read exact values, or several measures side by side.',
  intents: ['rows'],
  channels: [
    {
      id: 'y',
      label: 'Columns',
      accepts: ['category', 'time', 'bins', 'measure', 'number', 'value'],
      isRequired: true,
      most: columnLimit,
    },
  ],
  size: { w: 6, h: 6 },
  example: {
    title: 'Products',
    query: {
      dimensions: [{ column: 'Product' }],
      measures: [
        { aggregate: 'count' },
        { aggregate: 'sum', column: 'Revenue' },
        { aggregate: 'sum', column: 'Profit' },
        { aggregate: 'mean', column: 'Rating' },
      ],
    },
  },
  suits,
  reason(data) {
    if (resultColumns(data).some(({ part }) => part.kind === 'listed')) return 'These are rows, to be read one by one.'
    return 'A table keeps every figure readable.'
  },
  specFor,
  scene,
})
