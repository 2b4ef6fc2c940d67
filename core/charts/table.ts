import { cellAt } from '../table/table.ts'
import type { ChartData, ChartSpec, ChartType, Scene } from './chart.ts'
import { dimensionsOf, measuresOf, namedColumn, resultColumns, sceneColumn } from './result-columns.ts'

/** As many rows as a person scrolls through; the export holds the rest. */
const rowLimit = 500

function suits(data: ChartData): number {
  const columns = resultColumns(data)
  if (columns.length === 0) return 0
  if (columns.some(({ part }) => part.kind === 'listed')) return 0.8
  if (dimensionsOf(data).length > 2 || measuresOf(data).length === 0) return 0.75
  return measuresOf(data).length > 2 ? 0.65 : 0.45
}

const specFor = (data: ChartData): ChartSpec => ({
  type: 'table',
  x: null,
  y: resultColumns(data)
    .map(({ name }) => name)
    .slice(0, 20),
  series: null,
})

function scene(spec: ChartSpec, data: ChartData): Scene {
  const named = spec.y.flatMap((name) => namedColumn(data, name) ?? [])
  const whole = resultColumns(data)
  const columns = named.length > 0 && spec.y.length < 20 ? named : whole
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
export const table: ChartType = {
  title: 'Table',
  useWhen: 'Read exact values, or several measures side by side.',
  suits,
  reason(data) {
    if (resultColumns(data).some(({ part }) => part.kind === 'listed')) return 'These are rows, to be read one by one.'
    return 'A table keeps every figure readable.'
  },
  specFor,
  scene,
}
