import { isNumberColumn } from '../table/table.ts'
import type { ChartData, ChartSpec, ChartType, Scene } from './chart.ts'
import {
  dimensionsOf,
  missingColumns,
  namedColumn,
  resultColumns,
  textAt,
  type ResultColumn,
} from './result-columns.ts'

/** Measures that are numbers or moments. */
const shown = (data: ChartData): readonly ResultColumn[] =>
  resultColumns(data).filter(({ part, column }) => part.kind === 'measure' && column.type !== 'text')

function suits(data: ChartData): number {
  if (data.table.rows !== 1 || shown(data).length === 0) return 0
  if (resultColumns(data).length === 1) return 1
  return shown(data).length === 1 && dimensionsOf(data).length <= 2 ? 0.8 : 0.3
}

function specFor(data: ChartData): ChartSpec {
  const [measure] = shown(data)
  const [group] = dimensionsOf(data)
  return { type: 'number', x: group?.name ?? null, y: measure ? [measure.name] : [], series: null }
}

function scene(spec: ChartSpec, data: ChartData): Scene {
  const measure = namedColumn(data, spec.y[0] ?? null)
  if (measure === undefined || !isNumberColumn(measure.column)) return missingColumns
  const group = namedColumn(data, spec.x)
  const value = measure.column.values[0] ?? Number.NaN
  return {
    kind: 'number',
    label: group ? `${textAt(group, 0)} · ${measure.part.label}` : measure.part.label,
    value: Number.isFinite(value) ? value : null,
    format: measure.column.type === 'date' || measure.column.type === 'timestamp' ? 'date' : measure.format,
  }
}

/** One figure, large. Moments are milliseconds UTC under the format `date`. */
export const number: ChartType = {
  title: 'Number',
  useWhen: 'Show one figure that matters.',
  suits,
  reason: () => 'The answer is one figure.',
  specFor,
  scene,
}
