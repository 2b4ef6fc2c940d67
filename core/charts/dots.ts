import { cellAt, type Cell } from '../table/table.ts'
import { nameIn, namesIn, type ChartSpec } from './chart-spec.ts'
import type { ChartData } from './chart.ts'
import { joinNotes, noteOfSeries, seriesLimit } from './pivot.ts'
import {
  dimensionsOf,
  isNumeric,
  listedNumbers,
  measuredColumns,
  measuresOf,
  missingColumns,
  namedColumn,
  noValues,
  numberAt,
  sceneColumn,
  textAt,
  type ResultColumn,
} from './result-columns.ts'
import type { Scene, SceneSeries } from './scenes.ts'

/** More dots than this are one cloud; every so many-th is drawn. */
const dotLimit = 20_000

/** Numbers and moments have a place of their own along an axis. */
const hasPlaces = ({ column }: ResultColumn): boolean =>
  isNumeric(column) || column.type === 'date' || column.type === 'timestamp'

/** The numbers that dots can be placed by: measures of groups, a measure along groups that are numbers, else listed numbers. */
export function dotNumbers(data: ChartData): readonly ResultColumn[] {
  const measures = measuresOf(data)
  const [along] = dimensionsOf(data).filter(hasPlaces)
  if (measures.length === 1 && along) return [along, ...measures]
  return measures.length >= 2 ? measures : listedNumbers(data)
}

/** Does any row have a number in each of these columns? */
export function hasPairs({ table }: ChartData, columns: readonly ResultColumn[]): boolean {
  for (let row = 0; row < table.rows; row += 1)
    if (columns.every(({ column }) => !Number.isNaN(numberAt(column, row)))) return true
  return false
}

type Dot = { readonly row: number; readonly x: number; readonly y: number; readonly size: number }
type Placing = { readonly x: ResultColumn; readonly y: ResultColumn; readonly size: ResultColumn | null }

/** The dots along x; evenly thinned where there are too many. */
function dotsOf(data: ChartData, { x, y, size }: Placing): { dots: readonly Dot[]; all: number } {
  const whole: Dot[] = []
  for (let row = 0; row < data.table.rows; row += 1) {
    const dot = {
      row,
      x: numberAt(x.column, row),
      y: numberAt(y.column, row),
      size: size ? numberAt(size.column, row) : 0,
    }
    if (!Number.isNaN(dot.x + dot.y + dot.size)) whole.push(dot)
  }
  const step = Math.max(1, whole.length / dotLimit)
  const kept = Array.from({ length: Math.min(whole.length, dotLimit) }, (_, at) => whole[Math.floor(at * step)])
  return { dots: kept.filter((dot) => dot !== undefined).sort((a, b) => a.x - b.x), all: whole.length }
}

/** One list of y per colour, as long as all dots; NaN where the dot has another colour. */
function coloured(
  dots: readonly Dot[],
  y: ResultColumn,
  split: ResultColumn | null,
): { series: SceneSeries[]; dropped: number } {
  if (split === null)
    return { series: [{ label: y.part.label, y: dots.map((dot) => dot.y), style: 'dot' }], dropped: 0 }
  const counts = new Map<string, number>()
  const labels = dots.map((dot) => textAt(split, dot.row))
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  const ranked = [...counts].sort((a, b) => b[1] - a[1]).map(([label]) => label)
  const series = ranked.slice(0, seriesLimit).map((label) => ({
    label,
    y: dots.map((dot, at) => (labels[at] === label ? dot.y : Number.NaN)),
    style: 'dot' as const,
  }))
  return { series, dropped: ranked.length - series.length }
}

/** What a dot stands for: the group it came from. */
const keyOf = (name: ResultColumn | undefined, row: number): Cell => (name ? cellAt(name.column, row) : null)

/** A dot for each row that has both numbers, its size by a third where one is given. */
export function dotScene(spec: ChartSpec, data: ChartData): Scene {
  const x = namedColumn(data, nameIn(spec, 'x'))
  const [y] = measuredColumns(data, namesIn(spec, 'y'))
  const [size = null] = measuredColumns(data, namesIn(spec, 'size'))
  if (x === undefined || y === undefined || !hasPlaces(x)) return missingColumns
  const { dots, all } = dotsOf(data, { x, y, size })
  if (dots.length === 0) return noValues
  const split = namedColumn(data, nameIn(spec, 'colour')) ?? null
  const { series, dropped } = coloured(dots, y, split)
  const name = namedColumn(data, nameIn(spec, 'label')) ?? dimensionsOf(data).find((column) => column !== x)
  return {
    kind: 'xy',
    x: sceneColumn(x),
    categories: null,
    positions: dots.map((dot) => dot.x),
    keys: dots.map((dot) => keyOf(name, dot.row)),
    y: sceneColumn(y),
    series,
    horizontal: false,
    binWidth: null,
    names: name ? dots.map((dot) => textAt(name, dot.row)) : null,
    note: joinNotes(
      dots.length < all ? `${dots.length.toLocaleString('en')} of ${all.toLocaleString('en')} dots are drawn.` : null,
      noteOfSeries(dropped, split),
    ),
    ...(size ? { sizes: { column: sceneColumn(size), values: dots.map((dot) => dot.size) } } : {}),
  }
}
