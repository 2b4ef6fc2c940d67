import type { ChartType } from '../chart.ts'
import { weights } from './weights.ts'

/** A chart type that can show a result: its family of marks, and how well by the type's own rules, 0 to 1. */
export type Candidate = { readonly mark: ChartType['mark']; readonly suits: number }

/** The name under which the weight of a trait is kept for a family of marks. */
export const weightName = (mark: ChartType['mark'], trait: string): string => `${mark}: ${trait}`

/** How much the type's own rules count, as it is without training. */
export const ownRules = 'own rules'

export type Weights = Readonly<Record<string, number>>

const oddsOf = ({ mark, suits }: Candidate, traits: readonly string[], known: Weights): number =>
  traits.reduce(
    (sum, trait) => sum + (known[weightName(mark, trait)] ?? 0),
    (known[ownRules] ?? 1) * Math.log(suits / (1.02 - suits)),
  )

/** The chance of each candidate to be what an expert would choose; together they are 1. */
export function chancesOf(
  candidates: readonly Candidate[],
  traits: readonly string[],
  known: Weights = weights,
): readonly number[] {
  const odds = candidates.map((candidate) => oddsOf(candidate, traits, known))
  const most = Math.max(...odds)
  const parts = odds.map((each) => Math.exp(each - most))
  const whole = parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part) => part / whole)
}
