import type { Features } from '#core/ask/rank/features.ts'
import { logOdds } from '#core/ask/rank/chance.ts'
import { descend, type Weights } from '../descend.ts'
import type { Example } from './examples.ts'

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

/** A logistic regression over all rows at once. */
export function fit(examples: readonly Example[]): Weights {
  const rows = rowsOf(examples)
  const names = [...new Set(rows.flatMap(({ features }) => Object.keys(features)))].toSorted()
  const slopeAt = (weights: Weights): Readonly<Record<string, number>> => {
    const slope: Record<string, number> = Object.fromEntries(
      names.map((name) => [name, name === 'bias' ? 0 : decay * (weights[name] ?? 0)]),
    )
    for (const { features, right, weight } of rows) {
      const error = (chance(logOdds(features, weights)) - right) * weight
      for (const [name, value] of Object.entries(features)) slope[name] = (slope[name] ?? 0) + error * value
    }
    return slope
  }
  return descend({ names, start: (name) => (name === 'score' ? 1 : 0), slope: slopeAt, bounded, steps })
}

export const chanceBy = (features: Features, weights: Weights): number => chance(logOdds(features, weights))
