import { z } from 'zod'
import { isNumberColumn } from '../../table/table.ts'
import { nameIn, specOf, type ChartSpec } from '../chart-spec.ts'
import { optional, yOf, type ChartData } from '../chart.ts'
import { defineChart } from '../define-chart.ts'
import {
  dimensionsOf,
  missingColumns,
  namedColumn,
  resultColumns,
  textAt,
  type ResultColumn,
} from '../result-columns.ts'
import type { Scene } from '../scenes.ts'
import { pick } from '../settings/shared.ts'

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
  return specOf('number', { x: group?.name, y: measure?.name })
}

function scene(spec: ChartSpec, data: ChartData): Scene {
  const measure = namedColumn(data, nameIn(spec, 'y'))
  if (measure === undefined || !isNumberColumn(measure.column)) return missingColumns
  const group = namedColumn(data, nameIn(spec, 'x'))
  const value = measure.column.values[0] ?? Number.NaN
  return {
    kind: 'number',
    label: group ? `${textAt(group, 0)} · ${measure.part.label}` : measure.part.label,
    value: Number.isFinite(value) ? value : null,
    format: measure.column.type === 'date' || measure.column.type === 'timestamp' ? 'date' : measure.format,
  }
}

/** One figure, large. Moments are milliseconds UTC under the format `date`. */
export const number = defineChart({
  id: 'number',
  title: 'Number',
  icon: 'M4 9L20 9M4 15L20 15M10 3L8 21M16 3L14 21',
  words: ['big number', 'single number', 'number card', 'scorecard', 'kpi'],
  mark: 'number',
  useWhen: 'Show one figure that matters.',
  intents: ['figure'],
  channels: [yOf('Figure', 1, ['measure', 'value']), optional('x', 'Of', ['category', 'time', 'bins'])],
  settings: z.object({ ...pick('numbers') }),
  size: { w: 3, h: 2 },
  example: { title: 'Revenue', query: { measures: [{ aggregate: 'sum', column: 'Revenue' }] } },
  suits,
  reason: 'The answer is one figure.',
  specFor,
  scene,
})
