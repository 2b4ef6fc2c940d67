import type { Scene, SceneKind, SceneOf } from '../scenes.ts'

/** Pixels: of a picture without a reason for another height, and of the most that anything takes. */
const usual = 320
const most = 420

/** What rows of marks take: each, and around them. */
const rowsHeight = (rows: number, each: number, around = 24): number =>
  Math.min(most, Math.max(96, rows * each + around))

/** Bars few enough to count need less height; lying bars as much as they are many. */
function barsHeight({ categories, series, horizontal, stack }: SceneOf<'xy'>): number | null {
  if (categories === null || !series.some(({ style }) => style === 'bar')) return null
  const beside = stack ? 1 : series.length
  if (horizontal)
    return rowsHeight(categories.length, beside === 1 ? 30 : 12 + beside * 10, series.length > 1 ? 72 : 24)
  return categories.length * beside <= 4 ? 220 : usual
}

const yearsOf = (days: readonly number[]): number =>
  new Set(days.map((moment) => new Date(moment).getUTCFullYear())).size

const heights: { readonly [Kind in SceneKind]: (scene: SceneOf<Kind>) => number | null } = {
  number: () => null,
  table: () => null,
  empty: () => 96,
  xy: (scene) => barsHeight(scene) ?? usual,
  parts: ({ shape, parts }) => (shape === 'stages' ? rowsHeight(parts.length, 44) : shape === 'tiles' ? usual : 260),
  matrix: ({ rows }) => rowsHeight(rows.length, 30, 64),
  calendar: ({ days }) => rowsHeight(yearsOf(days), 130, 24),
  boxes: ({ boxes }) => rowsHeight(boxes.length, 42, 32),
  meters: ({ shape, meters }) => (shape === 'dial' ? 200 : rowsHeight(meters.length, 40, 32)),
  slopes: ({ slopes }) => Math.max(usual, rowsHeight(slopes.length, 18, 48)),
  stems: ({ stems }) => rowsHeight(stems.length, 30),
  steps: ({ steps }) => rowsHeight(steps.length, 34, 32),
  facets: ({ panels }) => (panels.length > 2 ? most : usual),
}

/** How tall the picture of a scene is where it may choose, in pixels; null where it is as tall as what it holds. */
export const heightOf = (scene: Scene): number | null => (heights[scene.kind] as (scene: Scene) => number | null)(scene)

/** How tall a scene is laid out where nobody says it. */
export const naturalHeight = (scene: Scene): number => heightOf(scene) ?? 96
