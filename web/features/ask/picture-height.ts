import type { Scene, XyScene } from '#core/charts/chart.ts'

/** Pixels: of a trend, of bars few enough to count, and of the most that anything takes. */
const trend = 320
const fewBars = 220
const most = 420
const few = 4
/** What lying bars and table rows take each, and what stands around them. */
const bar = 30
const barOfSeries = 10
const around = 24

function ofBars({ categories, series, horizontal }: XyScene): number | null {
  if (categories === null || !series.some(({ style }) => style === 'bar')) return null
  if (horizontal) {
    const each = series.length === 1 ? bar : 12 + series.length * barOfSeries
    return Math.min(most, Math.max(96, categories.length * each + around * (series.length > 1 ? 3 : 1)))
  }
  return categories.length * series.length <= few ? fewBars : trend
}

/** How tall an answer's picture is, in pixels; null where it is as tall as what it holds. */
export function pictureHeight(scene: Scene): number | null {
  switch (scene.kind) {
    case 'xy':
      return ofBars(scene) ?? trend
    case 'empty':
      return 96
    case 'number':
    case 'table':
      return null
  }
}
