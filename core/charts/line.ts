import { cellAt } from '../table/table.ts'
import type { Cell } from '../table/table.ts'
import type { ChartData, ChartSpec, ChartType, Scene } from './chart.ts'
import { fillTime } from './fill-time.ts'
import { inSentence } from './labels.ts'
import { joinNotes, noteOfSeries, pivot, styled, type Pivot } from './pivot.ts'
import { noteOfStray } from './stray-moments.ts'
import {
  dimensionsOf,
  distinctIn,
  hasNumbers,
  measuredColumns,
  measuresOf,
  measuresOnOneAxis,
  missingColumns,
  namedColumn,
  noValues,
  numberAt,
  sceneColumn,
  textAt,
  type ResultColumn,
} from './result-columns.ts'

const isOrdered = ({ part }: ResultColumn): boolean => part.kind === 'time' || part.kind === 'bins'

/** The ordered column along the axis, and the other as series. */
function axisAndSeries(data: ChartData): { x: ResultColumn | undefined; series: ResultColumn | null } {
  const dimensions = dimensionsOf(data)
  const x = dimensions.find(({ part }) => part.kind === 'time') ?? dimensions.find(isOrdered)
  return { x, series: dimensions.find((column) => column !== x) ?? null }
}

function suits(data: ChartData): number {
  const { x, series } = axisAndSeries(data)
  const measures = measuresOnOneAxis(data)
  if (x === undefined || dimensionsOf(data).length > 2) return 0
  if (!measures.some((measure) => hasNumbers(data, measure))) return 0
  const points = distinctIn(data, x.column)
  if (points < 3) return 0.2
  if (x.part.kind === 'bins') return 0.65
  if (series && (measuresOf(data).length > 1 || distinctIn(data, series.column) > 24)) return 0.4
  return measures.length < measuresOf(data).length ? 0.7 : 0.95
}

function specFor(data: ChartData): ChartSpec {
  const { x, series } = axisAndSeries(data)
  const y = measuresOnOneAxis(data).map(({ name }) => name)
  return { type: 'line', x: x?.name ?? null, y: series ? y.slice(0, 1) : y, series: series?.name ?? null }
}

/** A moment as its column writes it, a number as itself. */
const keyOf = (position: number, { column }: ResultColumn): Cell =>
  column.type === 'text' ? null : cellAt({ ...column, values: Float64Array.of(position) }, 0)

type Along = {
  readonly positions: readonly number[]
  readonly series: Pivot['series']
  readonly found: readonly number[]
  readonly unplaced: boolean
}

/** The pivot in order of position; periods without rows stand as what the measure is without rows. */
function along({ rows, series }: Pivot, x: ResultColumn, absent: number): Along {
  const at = rows.map((row) => numberAt(x.column, row))
  const order = at.map((_, index) => index).filter((index) => !Number.isNaN(at[index]))
  order.sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0))
  const found = order.map((index) => at[index] ?? Number.NaN)
  const positions = fillTime(found, x.part.grain)
  const indexOf = new Map(order.map((index) => [at[index], index]))
  const values = (y: readonly number[]): number[] =>
    positions.map((position) => {
      const index = indexOf.get(position)
      return index === undefined ? absent : (y[index] ?? Number.NaN)
    })
  return {
    positions,
    found,
    series: series.map((each) => ({ ...each, y: values(each.y) })),
    unplaced: order.length < rows.length,
  }
}

function scene(spec: ChartSpec, data: ChartData): Scene {
  const x = namedColumn(data, spec.x)
  const y = measuredColumns(data, spec.y)
  const [measure] = y
  if (x === undefined || measure === undefined) return missingColumns
  if (!y.some((column) => hasNumbers(data, column))) return noValues
  const split = namedColumn(data, spec.series) ?? null
  const found = pivot(data, { x, y, series: split })
  const common = {
    kind: 'xy',
    x: sceneColumn(x),
    y: sceneColumn(measure),
    horizontal: false,
    binWidth: null,
    names: null,
  } as const
  if (x.column.type === 'text' || x.column.type === 'boolean') {
    return {
      ...common,
      categories: found.rows.map((row) => textAt(x, row)),
      positions: null,
      keys: found.rows.map((row) => cellAt(x.column, row)),
      series: styled(found.series, 'line'),
      note: noteOfSeries(found.dropped, split),
    }
  }
  const { positions, found: moments, series, unplaced } = along(found, x, measure.part.absent ?? Number.NaN)
  if (positions.length === 0) return noValues
  return {
    ...common,
    categories: null,
    positions,
    keys: positions.map((position) => keyOf(position, x)),
    series: styled(series, 'line'),
    note: joinNotes(
      unplaced ? `Rows without ${inSentence(x.part.label)} are not drawn.` : null,
      x.part.kind === 'time' ? noteOfStray(moments, x.part.grain) : null,
      noteOfSeries(found.dropped, split),
    ),
  }
}

/** Lines along time or along numbers. */
export const line: ChartType = {
  title: 'Line chart',
  useWhen: 'Follow a measure over time, or along a number.',
  suits,
  reason(data) {
    const { x, series } = axisAndSeries(data)
    const axis = inSentence(x?.part.label ?? 'time')
    return series
      ? `One line for each ${inSentence(series.part.label)} shows how they moved along ${axis}.`
      : `A line shows how it moved along ${axis}.`
  },
  specFor,
  scene,
}
