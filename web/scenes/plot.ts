import type { XyScene } from '#core/charts/scenes.ts'
import type { Placing } from '#core/charts/drawing/lines-over.ts'
import type { Box, Mark, MarkIndex, Size } from '#core/charts/drawing/drawing.ts'
import type { PlotTheme } from './plot-theme.ts'

export type { Mark, MarkIndex } from '#core/charts/drawing/drawing.ts'

/** One drawing library behind one door: it draws, and says where the marks are. It never listens to the pointer. */
export type Plot = {
  /** Draws anew; the size is what is there, the answer what is needed (more height than there is scrolls). */
  readonly draw: (scene: XyScene, theme: PlotTheme, size: Size) => Size
  /** The marks of one category or position; none for series without a value there. */
  readonly marksAt: (at: number) => readonly Mark[]
  /** What to shade behind the marks of one category; null for marks that a hairline or a ring shows better. */
  readonly bandAt: (at: number) => Box | null
  /** The mark nearest to a point; null where none is near. */
  readonly nearest: (x: number, y: number) => MarkIndex | null
  /** The rectangle within the axes. */
  readonly area: () => Box
  /** Where lines over the marks stand; null before anything is drawn. */
  readonly placing: () => Placing | null
  readonly destroy: () => void
}

export type MakePlot = (host: HTMLElement) => Plot
