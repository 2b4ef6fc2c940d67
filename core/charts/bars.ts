import { cellAt } from '../table/table.ts'
import { nameIn, namesIn, type ChartSpec } from './chart-spec.ts'
import type { ChartData } from './chart.ts'
import { inSentence, plural } from './labels.ts'
import { joinNotes, noteOfSeries, pivot, styled, type Pivot } from './pivot.ts'
import {
  hasNumbers,
  measuredColumns,
  missingColumns,
  namedColumn,
  noValues,
  sceneColumn,
  textAt,
  type ResultColumn,
} from './result-columns.ts'
import type { Scene, Stack } from './scenes.ts'
import { shared, shareColumn } from './shares.ts'

/** More bars than this are not drawn, even where all are opened; the table holds the rest. */
const categoryLimit = 500
/** Names longer than this, or more bars than that, read better lying down. */
const uprightLength = 12
const uprightBars = 12

function isLong(categories: readonly string[]): boolean {
  const longest = Math.max(...categories.map((category) => category.length))
  const total = categories.reduce((sum, category) => sum + category.length, 0)
  return longest > uprightLength * 1.5 || total / categories.length > uprightLength
}

const liesDown = ({ part }: ResultColumn, categories: readonly string[]): boolean =>
  part.kind !== 'time' && (categories.length > uprightBars || isLong(categories))

type Parts = {
  readonly x: ResultColumn
  readonly y: readonly [ResultColumn, ...ResultColumn[]]
  readonly split: ResultColumn | null
}

/** The columns of a chart with an x, some y and perhaps series; a scene that says so where they are missing. */
export function partsOf(spec: ChartSpec, data: ChartData): Parts | Scene {
  const x = namedColumn(data, nameIn(spec, 'x'))
  const [first, ...others] = measuredColumns(data, namesIn(spec, 'y'))
  if (x === undefined || first === undefined) return missingColumns
  const y = [first, ...others] as const
  if (!y.some((column) => hasNumbers(data, column))) return noValues
  return { x, y: [first, ...others], split: namedColumn(data, nameIn(spec, 'colour')) ?? null }
}

export type BarOptions = {
  readonly stack: Stack | null
  readonly direction: 'auto' | 'upright' | 'lying'
}

const first = ({ rows, series, dropped }: Pivot, count: number): Pivot => ({
  rows: rows.slice(0, count),
  series: series.map((each) => ({ ...each, y: each.y.slice(0, count) })),
  dropped,
})

/** A bar for each category, or one for each series of it. */
export function barScene(spec: ChartSpec, data: ChartData, { stack, direction }: BarOptions): Scene {
  const parts = partsOf(spec, data)
  if ('kind' in parts) return parts
  const { x, y, split } = parts
  const [measure] = y
  const whole = pivot(data, { x, y, series: split })
  const { rows, series, dropped } = first(whole, categoryLimit)
  const drawn = stack === 'share' ? shared(series) : series
  if (drawn === null) return { kind: 'empty', reason: 'Values below zero have no shares. Bars side by side show them.' }
  if (stack === 'share' && drawn.every((each) => each.y.every(Number.isNaN))) return noValues
  const categories = rows.map((row) => textAt(x, row))
  const left = whole.rows.length - rows.length
  return {
    kind: 'xy',
    x: sceneColumn(x),
    categories,
    positions: null,
    keys: rows.map((row) => cellAt(x.column, row)),
    y: stack === 'share' ? shareColumn(sceneColumn(measure)) : sceneColumn(measure),
    series: styled(drawn, 'bar'),
    horizontal: direction === 'auto' ? liesDown(x, categories) : direction === 'lying',
    binWidth: null,
    names: null,
    note: joinNotes(
      left > 0
        ? `The first ${categoryLimit} of ${whole.rows.length} ${plural(inSentence(x.part.label))} are drawn.`
        : null,
      noteOfSeries(dropped, split),
    ),
    ...(stack && drawn.length > 1 ? { stack } : {}),
  }
}
