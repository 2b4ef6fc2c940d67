import type { Scene, XyScene } from '#core/charts/chart.ts'

/** Pixels: height of trends, of charts with few bars, and the maximum. */
const trend = 320
const fewBars = 220
const most = 420
const few = 4
/** Pixels per horizontal bar and per table row, and around them. */
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

/** Height of an answer's chart in pixels; null if the content decides. */
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
