import { categories, positions } from './load-plot.ts'

/** Fetches the view and both libraries while the figures to draw are still on their way; without them, `loadPlot` says what is wrong. */
export function expectPlots(): void {
  void Promise.all([import('./xy-view.tsx'), categories(), positions()]).catch(() => undefined)
}
