import { z } from 'zod'
import { cellAt, type Cell } from '../../table/table.ts'
import { nameIn, namesIn, specOf, type ChartSpec } from '../chart-spec.ts'
import { optional, xOf, yOf, type ChartData } from '../chart.ts'
import { defineChart } from '../define-chart.ts'
import { inSentence, plural } from '../labels.ts'
import {
  dimensionsOf,
  distinctIn,
  measuredColumns,
  measuresOnOneAxis,
  missingColumns,
  namedColumn,
  noValues,
  numberAt,
  sceneColumn,
  textAt,
  type ResultColumn,
} from '../result-columns.ts'
import type { Scene, SlopesScene } from '../scenes.ts'
import { pick } from '../settings/shared.ts'

/** More lines than this cannot be followed. */
const slopeLimit = 24

type Slope = SlopesScene['slopes'][number]

/** The category whose groups are lines, and the time whose first and last moments are the ends. */
function sides(data: ChartData): { lines: ResultColumn | undefined; time: ResultColumn | undefined } {
  const dimensions = dimensionsOf(data)
  const time = dimensions.length > 1 ? dimensions.find(({ part }) => part.kind === 'time') : undefined
  return { lines: dimensions.find((column) => column !== time), time }
}

function specFor(data: ChartData): ChartSpec {
  const { lines, time } = sides(data)
  const y = measuresOnOneAxis(data).map(({ name }) => name)
  return specOf('slope', { x: time?.name ?? lines?.name, y: y.slice(0, time ? 1 : 2), colour: time && lines?.name })
}

const known = ({ from, to }: Slope): boolean => !Number.isNaN(from + to)

/** The values at the first and the last moment. */
function alongTime(
  data: ChartData,
  time: ResultColumn,
  lines: ResultColumn,
  y: ResultColumn,
): Pick<SlopesScene, 'ends' | 'slopes'> | null {
  const rows = Array.from({ length: data.table.rows }, (_, row) => row).filter(
    (row) => !Number.isNaN(numberAt(time.column, row)),
  )
  rows.sort((a, b) => numberAt(time.column, a) - numberAt(time.column, b))
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined) return null
  const found = new Map<string, { label: string; key: Cell; from: number; to: number }>()
  for (const row of rows) {
    const label = textAt(lines, row)
    const slope = found.get(label) ?? { label, key: cellAt(lines.column, row), from: Number.NaN, to: Number.NaN }
    found.set(label, slope)
    const at = numberAt(time.column, row)
    if (at === numberAt(time.column, first)) slope.from = numberAt(y.column, row)
    if (at === numberAt(time.column, last)) slope.to = numberAt(y.column, row)
  }
  return { ends: [textAt(time, first), textAt(time, last)], slopes: [...found.values()] }
}

/** The values of two measures. */
function betweenMeasures(
  data: ChartData,
  lines: ResultColumn,
  [a, b]: readonly [ResultColumn, ResultColumn],
): Pick<SlopesScene, 'ends' | 'slopes'> {
  return {
    ends: [a.part.label, b.part.label],
    slopes: Array.from({ length: data.table.rows }, (_, row) => ({
      label: textAt(lines, row),
      key: cellAt(lines.column, row),
      from: numberAt(a.column, row),
      to: numberAt(b.column, row),
    })),
  }
}

/** Do the first and the last moment have values of one category? Two moments make the best slopes. */
function suitsTime(data: ChartData, time: ResultColumn | undefined, lines: ResultColumn): number {
  const [y, ...more] = measuresOnOneAxis(data)
  if (time === undefined || y === undefined || more.length > 0 || distinctIn(data, time.column, 2) < 2) return 0
  if (!alongTime(data, time, lines, y)?.slopes.some(known)) return 0
  return distinctIn(data, time.column, 3) === 2 ? 0.7 : 0.35
}

function suitsMeasures(data: ChartData, lines: ResultColumn): number {
  const [a, b, ...more] = measuresOnOneAxis(data)
  if (a === undefined || b === undefined || more.length > 0 || data.table.rows < 2) return 0
  return betweenMeasures(data, lines, [a, b]).slopes.some(known) ? 0.35 : 0
}

function suits(data: ChartData): number {
  const { lines, time } = sides(data)
  const groups = dimensionsOf(data).length
  if (lines?.part.kind !== 'category' || groups > 2 || distinctIn(data, lines.column) > 40) return 0
  return groups === 2 ? suitsTime(data, time, lines) : suitsMeasures(data, lines)
}

/** What the slopes of a spec are of; null where the result lacks a column. */
function foundFor(spec: ChartSpec, data: ChartData) {
  const x = namedColumn(data, nameIn(spec, 'x'))
  const lines = namedColumn(data, nameIn(spec, 'colour'))
  const [y, other] = measuredColumns(data, namesIn(spec, 'y'))
  if (x === undefined || y === undefined || (lines === undefined && other === undefined)) return null
  const found = lines ? alongTime(data, x, lines, y) : betweenMeasures(data, x, [y, other ?? y])
  return { column: lines ?? x, y, ends: found?.ends, all: found?.slopes ?? [] }
}

function noteOf(left: number, { part }: ResultColumn): string | null {
  if (left === 0) return null
  return `${left} ${plural(inSentence(part.label))} are not drawn: without both values, or beyond the ${slopeLimit} largest.`
}

function scene(spec: ChartSpec, data: ChartData): Scene {
  const found = foundFor(spec, data)
  if (found === null) return missingColumns
  const { column, y, ends, all } = found
  const kept = all
    .filter(known)
    .sort((a, b) => b.to - a.to)
    .slice(0, slopeLimit)
  if (ends === undefined || kept.length === 0) return noValues
  return {
    kind: 'slopes',
    x: sceneColumn(column),
    y: sceneColumn(y),
    ends,
    slopes: kept,
    note: noteOf(all.length - kept.length, column),
  }
}

/** A line from one value to another for each category. */
export const slope = defineChart({
  id: 'slope',
  title: 'Slope chart',
  icon: 'M5 3v18M19 3v18M5 16l14-9M5 8l14 5',
  words: ['slope chart', 'slope graph', 'slopegraph', 'slope plot', 'before and after chart'],
  mark: 'line',
  useWhen: 'See what rose and what fell between two moments.',
  intents: ['change'],
  channels: [xOf('From and to', ['time', 'category']), yOf('Height', 2), optional('colour', 'Lines', ['category'])],
  settings: z.object({ ...pick('colour', 'numbers') }),
  size: { w: 4, h: 5 },
  example: {
    title: 'Revenue by region, 2023 to 2025',
    query: {
      dimensions: [{ column: 'Order date', grain: 'year' }, { column: 'Region' }],
      measures: [{ aggregate: 'sum', column: 'Revenue' }],
    },
  },
  suits,
  reason: (data) =>
    `Lines show which ${plural(inSentence(sides(data).lines?.part.label ?? 'category'))} rose and which fell.`,
  specFor,
  scene,
})
