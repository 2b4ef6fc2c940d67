import type { Layout } from './drawing.ts'
import { layCategoryBars } from './bars.ts'
import { layPositions } from './positions.ts'

/** Bars of categories need their names laid out; all else is positions. */
export const layXy: Layout<'xy'> = (scene, room) =>
  scene.categories !== null && scene.series.some(({ style }) => style === 'bar')
    ? layCategoryBars(scene, room)
    : layPositions(scene, room)
