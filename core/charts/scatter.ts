import type { Cell } from '../table/table.ts'
import { cellAt } from '../table/table.ts'
import type { ChartData, ChartSpec, ChartType, Scene, SceneSeries } from './chart.ts'
import { inSentence } from './labels.ts'
import { joinNotes, noteOfSeries, seriesLimit } from './pivot.ts'
import {
  dimensionsOf,
  distinctIn,
  isNumeric,
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
} from './result-columns.ts'

/** More dots than this are one cloud; every so many-th is drawn. */
const dotLimit = 20_000

function pair(data: ChartData): readonly ResultColumn[] {
  const measures = measuresOf(data)
  return (measures.length >= 2 ? measures : listedNumbers(data)).slice(0, 2)
}

function hasPairs({ table }: ChartData, x: ResultColumn, y: ResultColumn): boolean {
  for (let row = 0; row < table.rows; row += 1)
    if (!Number.isNaN(numberAt(x.column, row) + numberAt(y.column, row))) return true
  return false
}

/** Two measures per group: better where they are written differently, and with enough groups to see a shape. */
function suitsGroups(data: ChartData, formatsDiffer: boolean): number {
  const few = data.table.rows < 10
  const dimensions = dimensionsOf(data)
  if (measuresOf(data).length > 2 || dimensions.length > 1) return 0.3
  if (dimensions.some(({ part }) => part.kind !== 'category')) return 0.3
  if (formatsDiffer) return few ? 0.5 : 0.7
  return few ? 0.3 : 0.6
}

function suits(data: ChartData): number {
  const [x, y] = pair(data)
  if (x === undefined || y === undefined || data.table.rows < 3 || !hasPairs(data, x, y)) return 0
  if (measuresOf(data).length >= 2) return suitsGroups(data, x.format !== y.format)
  return resultColumns(data).length === 2 && data.table.rows >= 10 ? 0.9 : 0.3
}

function specFor(data: ChartData): ChartSpec {
  const [x, y] = pair(data)
  return { type: 'scatter', x: x?.name ?? null, y: y ? [y.name] : [], series: null }
}

type Dot = { readonly row: number; readonly x: number; readonly y: number }

/** The dots along x; evenly thinned where there are too many. */
function dotsOf(data: ChartData, x: ResultColumn, y: ResultColumn): { dots: readonly Dot[]; all: number } {
  const whole: Dot[] = []
  for (let row = 0; row < data.table.rows; row += 1) {
    const dot = { row, x: numberAt(x.column, row), y: numberAt(y.column, row) }
    if (!Number.isNaN(dot.x + dot.y)) whole.push(dot)
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

function scene(spec: ChartSpec, data: ChartData): Scene {
  const x = namedColumn(data, spec.x)
  const [y] = measuredColumns(data, spec.y)
  if (x === undefined || y === undefined || !isNumeric(x.column)) return missingColumns
  const { dots, all } = dotsOf(data, x, y)
  if (dots.length === 0) return noValues
  const split = namedColumn(data, spec.series) ?? null
  const { series, dropped } = coloured(dots, y, split)
  const name = dimensionsOf(data).find((column) => column !== x)
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
  }
}

/** Dots that show how two measures go together. */
export const scatter: ChartType = {
  title: 'Scatter plot',
  useWhen: 'See how two measures go together.',
  suits,
  reason(data) {
    const [x, y] = pair(data)
    const [group] = dimensionsOf(data)
    const each = group && distinctIn(data, group.column, 2) > 1 ? `, one for each ${inSentence(group.part.label)}` : ''
    return `Dots show how ${inSentence(y?.part.label ?? '')} goes with ${inSentence(x?.part.label ?? '')}${each}.`
  },
  specFor,
  scene,
}
