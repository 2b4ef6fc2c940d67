import { incompleteBeta } from './incomplete-beta.ts'

/** Probability that Fisher's F is at least this large, with so many degrees of freedom between and within groups. */
export function fisherAbove(f: number, between: number, within: number): number {
  if (!Number.isFinite(f)) return 0
  const [above, below] = [between * f, within]
  return incompleteBeta(below / (above + below), above / (above + below), [within / 2, between / 2])
}
