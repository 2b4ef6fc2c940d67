import { formatCell } from '../../format/format-cell.ts'
import type { XyScene } from '../scenes.ts'
import { axisTexts } from './axis-text.ts'
import { bounded } from './bounded.ts'
import type { Box, Measure, Size } from './drawing.ts'
import { numberAxis, type NumberAxis } from './number-ticks.ts'
import { reachOf } from './stacked.ts'
import { widestOf } from './texts.ts'

/** Where the bars of categories stand, and what is written beside them. */
export type BarLayout = {
  readonly horizontal: boolean
  readonly size: Size
  readonly area: Box
  readonly axis: NumberAxis
  readonly axisTexts: readonly string[]
  /** Names of categories are cut at this width. */
  readonly nameWidth: number
  /** Every so many-th name is written. */
  readonly nameEvery: number
  /** Of each series, at the end of each bar; null where an axis says it. */
  readonly endLabels: readonly (readonly string[])[] | null
  /** The thickness of one bar. */
  readonly thickness: number
}

const gap = 8
/** ECharts measures text a little wider than the canvas does, and would cut names that fit. */
const slack = 4
const leastRow = 24
const leastBar = 9

/** How many bars stand beside each other at one category. */
export const besideOf = ({ series, stack }: XyScene): number => (stack ? 1 : series.length)

/** The least height of one category of lying bars. */
export const rowOfBars = (scene: XyScene): number => Math.max(leastRow, besideOf(scene) * leastBar + 10)

/** The value of one bar in little room. */
const compact = (value: number, { y }: XyScene): string =>
  Number.isNaN(value) ? '' : formatCell(value, y.format, { compact: true, type: y.type })

function axisOf(scene: XyScene, parts: number): NumberAxis {
  const { min, max } = reachOf(scene)
  const cut = { parts, whole: scene.y.type === 'integer', duration: scene.y.type === 'duration' }
  return bounded(numberAxis(min, max, { ...cut, zero: true }), scene, parts)
}

/** Bars lie down where the scene says so, and where their names would not fit under them. */
function liesDown(scene: XyScene, measure: Measure, width: number): boolean {
  if (scene.horizontal) return true
  const names = scene.categories ?? []
  if (scene.x.grain !== undefined || names.length === 0) return false
  return widestOf(names, measure) + gap > (width - 48) / names.length && widestOf(names, measure) < width * 0.5
}

/** Bars of one series carry their values and need no axis, unless some are negative. */
function lying(scene: XyScene, measure: Measure, size: Size): BarLayout {
  const names = scene.categories ?? []
  const count = besideOf(scene)
  const row = rowOfBars(scene)
  const isPositive = reachOf(scene).min >= 0
  const endLabels =
    scene.series.length === 1 && isPositive && scene.reach === undefined
      ? scene.series.map(({ y }) => Array.from(y, (value) => compact(value, scene)))
      : null
  const bottom = endLabels ? 2 : 24
  const height = Math.max(size.height, names.length * row + bottom + 4)
  const nameWidth = Math.min(widestOf(names, measure) + slack, Math.round(size.width * 0.42), 200)
  const left = nameWidth + gap + 2
  const right = endLabels ? widestOf(endLabels.flat(), measure) + gap + 2 : 24
  const width = Math.max(10, size.width - left - right)
  const axis = endLabels ? tight(scene) : axisOf(scene, Math.max(3, Math.min(6, Math.floor(width / 80))))
  const slot = (height - bottom - 4) / Math.max(1, names.length)
  return {
    horizontal: true,
    size: { width: size.width, height },
    area: { left, top: 4, width, height: height - bottom - 4 },
    axis,
    axisTexts: axisTexts(axis.ticks, scene.y),
    nameWidth,
    nameEvery: 1,
    endLabels,
    thickness: Math.max(2, Math.min(count === 1 ? 20 : 16, (slot * 0.72) / count)),
  }
}

/** From zero to the longest bar, with no room beyond. */
function tight(scene: XyScene): NumberAxis {
  const { min, max } = reachOf(scene)
  const low = Math.min(0, min)
  const high = Math.max(0, max)
  const own = low === high ? { min: 0, max: 1, ticks: [0] } : { min: low, max: high, ticks: [0] }
  return bounded(own, scene, 2)
}

function standing(scene: XyScene, measure: Measure, size: Size): BarLayout {
  const names = scene.categories ?? []
  const bottom = 26
  const axis = axisOf(scene, Math.max(2, Math.min(6, Math.floor((size.height - bottom) / 48))))
  const texts = axisTexts(axis.ticks, scene.y)
  const left = widestOf(texts, measure) + gap + 4
  const width = Math.max(10, size.width - left - 4)
  const slot = width / Math.max(1, names.length)
  const widest = widestOf(names, measure) + gap
  const nameEvery = scene.x.grain === undefined ? Math.ceil(20 / slot) : Math.ceil(widest / slot)
  return {
    horizontal: false,
    size,
    area: { left, top: 8, width, height: size.height - bottom - 8 },
    axis,
    axisTexts: texts,
    nameWidth: Math.max(16, slot * nameEvery - 6),
    nameEvery,
    endLabels: null,
    thickness: Math.max(1, Math.min(48, (slot * 0.68) / besideOf(scene))),
  }
}

/** Lays out a scene of bars: upright or lying, with room for what is written. */
export const layBars = (scene: XyScene, measure: Measure, size: Size): BarLayout =>
  liesDown(scene, measure, size.width) ? lying(scene, measure, size) : standing(scene, measure, size)
