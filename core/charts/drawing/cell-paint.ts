import type { Paint } from './drawing.ts'

type Scaled = {
  readonly scale: 'sequential' | 'diverging'
  readonly range: { readonly min: number; readonly max: number }
}

/** The colour of a value: how much from the least to the most, or how far from zero to either side. */
export function cellPaint(value: number, { scale, range }: Scaled): Paint {
  if (Number.isNaN(value)) return 'none'
  if (scale === 'diverging') {
    const reach = Math.max(Math.abs(range.min), Math.abs(range.max)) || 1
    return { side: Math.max(-1, Math.min(1, value / reach)) }
  }
  const span = range.max - range.min
  return { amount: span === 0 ? 0.6 : Math.max(0, Math.min(1, (value - range.min) / span)) }
}

/** Is a colour so strong that text on it must be of the page's colour? */
export const isStrong = (paint: Paint): boolean =>
  typeof paint === 'object' &&
  (('amount' in paint && paint.amount > 0.6) || ('side' in paint && Math.abs(paint.side) > 0.6))
