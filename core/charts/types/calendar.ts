import { z } from 'zod'
import { nameOfDimension, type Dimension } from '../../query/dimension.ts'
import type { Query } from '../../query/query.ts'
import { isMoment } from '../../query/type-rules.ts'
import type { SemanticModel } from '../../semantic/semantic-model.ts'
import { nameIn, specOf, type ChartSpec } from '../chart-spec.ts'
import { xOf, type ChartData } from '../chart.ts'
import { defineChart } from '../define-chart.ts'
import { inSentence } from '../labels.ts'
import { rangeOf } from '../matrices.ts'
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
  type ResultColumn,
} from '../result-columns.ts'
import type { Scene } from '../scenes.ts'
import { pick } from '../settings/shared.ts'

const yearLimit = 6
const isDaily = ({ part, column }: ResultColumn): boolean =>
  part.kind === 'time' &&
  isMoment(column.type) &&
  (part.grain === 'day' || (part.grain === null && column.type === 'date'))

/** A single group of days with one measure. */
function suits(data: ChartData): number {
  const [x, ...others] = dimensionsOf(data)
  const [measure] = measuresOf(data)
  if (x === undefined || others.length > 0 || !isDaily(x) || measure === undefined || !hasNumbers(data, measure))
    return 0
  return distinctIn(data, x.column, 60) >= 60 ? 0.6 : 0.2
}

const yearOf = (moment: number): number => new Date(moment).getUTCFullYear()

function scene(spec: ChartSpec, data: ChartData): Scene {
  const x = namedColumn(data, nameIn(spec, 'x'))
  const [value] = measuredColumns(data, [nameIn(spec, 'colour') ?? ''])
  if (x === undefined || value === undefined || !isMoment(x.column.type)) return missingColumns
  const found = Array.from({ length: data.table.rows }, (_, row) => ({
    at: numberAt(x.column, row),
    value: numberAt(value.column, row),
  }))
    .filter(({ at, value: amount }) => !Number.isNaN(at + amount))
    .sort((a, b) => a.at - b.at)
  const last = found.at(-1)
  if (last === undefined) return noValues
  const first = yearOf(last.at) - yearLimit + 1
  const days = found.filter(({ at }) => yearOf(at) >= first)
  const values = days.map((day) => day.value)
  return {
    kind: 'calendar',
    x: sceneColumn(x),
    value: sceneColumn(value),
    days: days.map(({ at }) => at),
    values,
    range: rangeOf([values]) ?? { min: 0, max: 1 },
    note: days.length < found.length ? `The last ${yearLimit} years are drawn.` : null,
  }
}

/** The time asked for is cut to days; the dataset's own where none is. */
function queryFor(asked: Query, model: SemanticModel): Query | null {
  const isTime = ({ column }: Dimension): boolean =>
    model.columns.some(({ name, type }) => name === column && isMoment(type))
  const column = asked.dimensions.find(isTime)?.column ?? model.timeColumn
  if (column === null || column === undefined || asked.measures.length === 0) return null
  const day: Dimension = { column, grain: 'day' }
  if (!isTime(day)) return null
  return { ...asked, dimensions: [day], sort: [{ by: nameOfDimension(day), direction: 'ascending' }], limit: 10_000 }
}

/** Days as cells of a calendar. */
export const calendar = defineChart({
  id: 'calendar',
  title: 'Calendar heatmap',
  icon: 'M8 2v4M16 2v4M5 4h14a2 2 0 0 1 2 2v14a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-14a2 2 0 0 1 2 -2zM3 10h18M8 14h.01M12 14h.01M16 14h.01M8 18h.01M12 18h.01',
  words: ['calendar heatmap', 'calendar heat map', 'calendar chart', 'calendar view', 'calendar plot', 'calendar'],
  mark: 'heatmap',
  useWhen: 'See which days stand out over years.',
  intents: ['pattern'],
  channels: [xOf('Days', ['time']), { id: 'colour', label: 'Colour', accepts: ['measure'], isRequired: true, most: 1 }],
  settings: z.object({ ...pick('colour', 'numbers') }),
  size: { w: 12, h: 5 },
  example: {
    title: 'Orders by day',
    query: { dimensions: [{ column: 'Order date', grain: 'day' }], measures: [{ aggregate: 'count' }] },
  },
  queryFor,
  suits,
  reason: (data) => `Colours show which days stand out in ${inSentence(dimensionsOf(data)[0]?.part.label ?? 'time')}.`,
  specFor: (data) => specOf('calendar', { x: dimensionsOf(data)[0]?.name, colour: measuresOf(data)[0]?.name }),
  scene,
})
