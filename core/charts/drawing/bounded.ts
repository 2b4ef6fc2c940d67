import type { XyScene } from '../scenes.ts'
import { ticksWithin, type NumberAxis } from './number-ticks.ts'

/** An axis with the ends that were chosen; its marks are then round numbers between them. */
export function bounded(axis: NumberAxis, { bounds, y }: XyScene, parts: number): NumberAxis {
  if (bounds === undefined) return axis
  const [min, max] = [bounds.min ?? axis.min, bounds.max ?? axis.max]
  if (min >= max) return axis
  return {
    min,
    max,
    ticks: ticksWithin(min, max, { parts, whole: y.type === 'integer', duration: y.type === 'duration' }),
  }
}
