import { cellAt, type Cell } from '../table/table.ts'
import { partsOf } from './bars.ts'
import type { ChartSpec } from './chart-spec.ts'
import type { ChartData } from './chart.ts'
import { fillTime } from './fill-time.ts'
import { inSentence } from './labels.ts'
import { joinNotes, noteOfSeries, pivot, styled, type Pivot } from './pivot.ts'
import { noValues, numberAt, sceneColumn, textAt, type ResultColumn } from './result-columns.ts'
import type { Scene, Stack, XyScene } from './scenes.ts'
import { shareColumn, shared } from './shares.ts'
import { noteOfStray } from './stray-moments.ts'

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

export type LineOptions = { readonly style: 'line' | 'step' | 'area'; readonly stack: Stack | null }

const negative = {
  kind: 'empty',
  reason: 'Values below zero cannot be stacked as areas. Lines show them.',
} as const

type Placed = Pick<XyScene, 'categories' | 'positions' | 'keys' | 'note'> & { readonly series: Pivot['series'] }

/** Texts and yes or no stand one after the other; moments and numbers where they are. */
function place(found: Pivot, x: ResultColumn, absent: number): Placed {
  if (x.column.type === 'text' || x.column.type === 'boolean')
    return {
      categories: found.rows.map((row) => textAt(x, row)),
      positions: null,
      keys: found.rows.map((row) => cellAt(x.column, row)),
      series: found.series,
      note: null,
    }
  const { positions, found: moments, series, unplaced } = along(found, x, absent)
  return {
    categories: null,
    positions,
    keys: positions.map((position) => keyOf(position, x)),
    series,
    note: joinNotes(
      unplaced ? `Rows without ${inSentence(x.part.label)} are not drawn.` : null,
      x.part.kind === 'time' ? noteOfStray(moments, x.part.grain) : null,
    ),
  }
}

const hasNone = (series: Pivot['series']): boolean => series.every(({ y }) => y.every(Number.isNaN))
const isBelowZero = (series: Pivot['series']): boolean => series.some(({ y }) => y.some((value) => value < 0))

/** A line, a step or an area for each series. */
export function lineScene(spec: ChartSpec, data: ChartData, { style, stack }: LineOptions): Scene {
  const parts = partsOf(spec, data)
  if ('kind' in parts) return parts
  const { x, y, split } = parts
  const measure = y[0]
  const found = pivot(data, { x, y, series: split })
  const { series, note, ...placed } = place(found, x, measure.part.absent ?? Number.NaN)
  if (placed.keys.length === 0) return noValues
  const isStacked = stack !== null && series.length > 1
  if (isStacked && isBelowZero(series)) return negative
  const isShare = stack === 'share'
  const drawn = isShare ? (shared(series) ?? series) : series
  if (hasNone(drawn)) return noValues
  return {
    kind: 'xy',
    x: sceneColumn(x),
    ...placed,
    y: isShare ? shareColumn(sceneColumn(measure)) : sceneColumn(measure),
    series: styled(drawn, style),
    horizontal: false,
    binWidth: null,
    names: null,
    note: joinNotes(note, noteOfSeries(found.dropped, split)),
    ...(isStacked && { stack }),
  }
}
