import { incompleteBeta } from './incomplete-beta.ts'

/** Probability of a Student t at least this far from zero, on either side. */
export function studentBeyond(t: number, freedom: number): number {
  const squares = t * t
  if (!Number.isFinite(squares)) return 0
  return incompleteBeta(freedom / (freedom + squares), squares / (freedom + squares), [freedom / 2, 0.5])
}

const halvings = 200

/** The t that is exceeded, on either side together, with this probability; by bisection. */
export function studentCritical(chance: number, freedom: number): number {
  let [low, high] = [0, 1]
  while (studentBeyond(high, freedom) > chance && high < 1e9) high *= 2
  for (let turn = 0; turn < halvings && high - low > 1e-15 * high; turn++) {
    const middle = (low + high) / 2
    if (studentBeyond(middle, freedom) > chance) low = middle
    else high = middle
  }
  return (low + high) / 2
}
