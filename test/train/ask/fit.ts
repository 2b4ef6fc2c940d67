import type { Features } from '#core/ask/rank/features.ts'
import { logOdds } from '#core/ask/rank/chance.ts'
import type { Example } from './examples.ts'

export type Weights = Readonly<Record<string, number>>

/** What people ask at work counts most; questions of encyclopaedias least. */
const worth: Readonly<Record<string, number>> = {
  business: 5,
  nlv: 1,
  nvbench: 0.6,
  nvbench2: 0.3,
  wtq: 0.3,
  dabench: 1,
  nl4dv: 0.5,
  qrdata: 0.5,
}

/** What counts against a reading may not be learned to speak for it. */
const against: ReadonlySet<string> = new Set([
  'amounts',
  'unknown',
  'left',
  'guesses',
  'noun',
  'notion',
  'beyond',
  'capitals',
])

const steps = 600
const decay = 2

type Row = { readonly features: Features; readonly right: number; readonly weight: number }

const rowsOf = (examples: readonly Example[]): readonly Row[] =>
  examples.flatMap(({ source, candidates }) =>
    candidates.map(({ features, right }) => ({
      features,
      right: right ? 1 : 0,
      weight: (worth[source] ?? 0.5) / Math.max(1, Math.sqrt(candidates.length)),
    })),
  )

const chance = (odds: number): number => 1 / (1 + Math.exp(-odds))

const bounded = (name: string, weight: number): number => (against.has(name) ? Math.min(0, weight) : weight)

/** A logistic regression by Adam over all rows at once, its steps always the same. */
export function fit(examples: readonly Example[]): Weights {
  const rows = rowsOf(examples)
  const names = [...new Set(rows.flatMap(({ features }) => Object.keys(features)))].toSorted()
  const weights: Record<string, number> = Object.fromEntries(names.map((name) => [name, name === 'score' ? 1 : 0]))
  const [speed, size] = [new Map<string, number>(), new Map<string, number>()]
  for (let at = 1; at <= steps; at += 1) {
    const slope: Record<string, number> = Object.fromEntries(
      names.map((name) => [name, name === 'bias' ? 0 : decay * (weights[name] ?? 0)]),
    )
    for (const { features, right, weight } of rows) {
      const error = (chance(logOdds(features, weights)) - right) * weight
      for (const [name, value] of Object.entries(features)) slope[name] = (slope[name] ?? 0) + error * value
    }
    for (const name of names) {
      const own = slope[name] ?? 0
      speed.set(name, 0.9 * (speed.get(name) ?? 0) + 0.1 * own)
      size.set(name, 0.999 * (size.get(name) ?? 0) + 0.001 * own * own)
      const [mean, spread] = [(speed.get(name) ?? 0) / (1 - 0.9 ** at), (size.get(name) ?? 0) / (1 - 0.999 ** at)]
      const next = (weights[name] ?? 0) - (0.05 * mean) / (Math.sqrt(spread) + 1e-8)
      weights[name] = bounded(name, next)
    }
  }
  return Object.fromEntries(names.map((name) => [name, Math.round((weights[name] ?? 0) * 1000) / 1000]))
}

export const chanceBy = (features: Features, weights: Weights): number => chance(logOdds(features, weights))
