import { kinds, type Evidence } from './evidence.ts'

export type Weights = Readonly<Record<'bias' | (typeof kinds)[number], number>>
export type Judged = { readonly evidence: Evidence; readonly isSame: boolean }

const names = ['bias', ...kinds] as const
const start: Weights = { bias: 0, synonym: 0, derived: 0, broader: 0, cosine: 0, nearAndRelated: 0, unknown: 0 }

const steps = 1500
const decay = 0.5

/** The log odds that one word is meant by the other. */
export const oddsOf = (evidence: Evidence, weights: Weights): number =>
  kinds.reduce((sum, kind) => sum + weights[kind] * evidence[kind], weights.bias)

type Slope = Record<(typeof names)[number], number>

function slopeOf(judged: readonly Judged[], weights: Weights): Slope {
  const slope: Slope = { ...start }
  for (const kind of kinds) slope[kind] = decay * weights[kind]
  for (const { evidence, isSame } of judged) {
    const error = 1 / (1 + Math.exp(-oddsOf(evidence, weights))) - Number(isSame)
    slope.bias += error
    for (const kind of kinds) slope[kind] += error * evidence[kind]
  }
  return slope
}

/** A logistic regression by Adam over all pairs at once, its steps always the same. */
export function fit(judged: readonly Judged[]): Weights {
  const [weights, speed, size]: [Slope, Slope, Slope] = [{ ...start }, { ...start }, { ...start }]
  for (let at = 1; at <= steps; at += 1) {
    const slope = slopeOf(judged, weights)
    for (const name of names) {
      speed[name] = 0.9 * speed[name] + 0.1 * slope[name]
      size[name] = 0.999 * size[name] + 0.001 * slope[name] ** 2
      const [mean, spread] = [speed[name] / (1 - 0.9 ** at), size[name] / (1 - 0.999 ** at)]
      weights[name] -= (0.05 * mean) / (Math.sqrt(spread) + 1e-8)
    }
  }
  return weights
}
