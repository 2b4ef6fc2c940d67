import type { XyScene } from '#core/charts/scenes.ts'
import type { MakePlot } from './plot.ts'

/** Bars of categories need their names laid out; all else is positions, for which speed counts. */
const needsCategories = (scene: XyScene): boolean =>
  scene.categories !== null && scene.series.some(({ style }) => style === 'bar')

export const categories = async (): Promise<MakePlot> => (await import('./echarts-plot.ts')).echartsPlot
export const positions = async (): Promise<MakePlot> => (await import('./uplot-plot.ts')).uplotPlot

/** The library that draws this scene, fetched when first needed. */
export const loadPlot = (scene: XyScene): Promise<MakePlot> => (needsCategories(scene) ? categories() : positions())

/** Scenes of one kind share a plot; a change of kind needs another. */
export const plotKind = (scene: XyScene): 'categories' | 'positions' =>
  needsCategories(scene) ? 'categories' : 'positions'
