import type { XyScene } from '../scenes.ts'
import type { BarLayout } from './bar-layout.ts'
import type { Box, Mark, MarkIndex } from './drawing.ts'
import { endsOf } from './stacked.ts'

/** Where the bars of a layout stand. */
export type BarPlaces = {
  readonly marksAt: (at: number) => readonly Mark[]
  /** What to shade behind the bars of one category. */
  readonly bandAt: (at: number) => Box | null
  readonly nearest: (x: number, y: number) => MarkIndex | null
  readonly area: Box
  /** Where a value stands along the axis of values. */
  readonly along: (value: number) => number
}

/** Where the bars of each category stand, worked out from their layout. */
export function barPlaces(scene: XyScene, layout: BarLayout): BarPlaces {
  const { area, axis, horizontal, thickness } = layout
  const count = scene.categories?.length ?? 0
  const ends = endsOf(scene)
  const slot = (horizontal ? area.height : area.width) / Math.max(1, count)
  const alongValue = (value: number): number => {
    const part = (value - axis.min) / (axis.max - axis.min)
    return horizontal ? area.left + part * area.width : area.top + (1 - part) * area.height
  }
  const alongNames = (at: number, series: number): number => {
    const middle = (horizontal ? area.top : area.left) + (at + 0.5) * slot
    return scene.stack ? middle : middle + (series - (scene.series.length - 1) / 2) * thickness
  }
  const bandAt = (at: number): Box =>
    horizontal
      ? { left: 0, top: area.top + at * slot, width: layout.size.width, height: slot }
      : { left: area.left + at * slot, top: area.top, width: slot, height: area.height }
  const marksAt = (at: number): Mark[] =>
    scene.series.flatMap(({ y }, series) => {
      const value = y[at] ?? Number.NaN
      if (Number.isNaN(value)) return []
      const [across, along] = [alongValue(ends[series]?.[at] ?? value), alongNames(at, series)]
      return [horizontal ? { series, x: across, y: along } : { series, x: along, y: across }]
    })
  // The first series whose end lies beyond the pointer; the last where it points past the bar.
  const stackedAt = (at: number, along: number): number => {
    const found = scene.series.findIndex((_, series) => {
      const end = alongValue(ends[series]?.[at] ?? 0)
      return horizontal ? along <= end : along >= end
    })
    return found < 0 ? scene.series.length - 1 : found
  }
  const nearest = (x: number, y: number): MarkIndex | null => {
    const at = Math.floor((horizontal ? y - area.top : x - area.left) / slot)
    if (at < 0 || at >= count) return null
    if (scene.stack) return { at, series: stackedAt(at, horizontal ? x : y) }
    const offset = horizontal ? y : x
    const distances = scene.series.map((_, series) => Math.abs(alongNames(at, series) - offset))
    return { at, series: distances.indexOf(Math.min(...distances)) }
  }
  return { marksAt, bandAt, nearest, area, along: alongValue }
}
