import { bucketKey } from './bucket-key.ts'
import type { Key } from './key.ts'

/** Cuts numbers into bins that start at multiples of `width`. */
export function binKey(width: number, type: 'integer' | 'decimal' | 'duration'): Key {
  const edgeOf = (step: number): number => edge(step, width)
  return bucketKey({
    type,
    stepsOf: (values) => values.map((value) => stepOf(value, width)),
    bucketOf: edgeOf,
  })
}

/** Division can be off by one step for a value on an edge; comparing with the edges corrects it. */
function stepOf(value: number, width: number): number {
  const step = Math.floor(value / width)
  if (edge(step + 1, width) <= value) return step + 1
  return edge(step, width) > value ? step - 1 : step
}

/** A multiple of the width, rounded once: 3 times 0.1 is 0.3. */
function edge(step: number, width: number): number {
  const parts = Math.round(1 / width)
  return width < 1 && 1 / parts === width ? step / parts : step * width
}

/** A width for about `bins` bins: 1, 2, 2.5 or 5 times a power of ten; an integer for integers. */
export function roundWidth(
  range: { readonly min: number; readonly max: number },
  bins: number,
  isWhole: boolean,
): number {
  const wanted = (range.max - range.min) / bins
  if (!(wanted > 0 && wanted < Infinity)) return 1
  const power = 10 ** Math.floor(Math.log10(wanted))
  const widths = [1, 2, 2.5, 5, 10, 20].map((step) => step * power)
  const suits = (width: number): boolean => width >= wanted * 0.999_999 && (!isWhole || Number.isInteger(width))
  return widths.find(suits) ?? Math.max(1, power * 10)
}
