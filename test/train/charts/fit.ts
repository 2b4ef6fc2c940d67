import { chancesOf, ownRules, weightName, type Candidate } from '#core/charts/choice/chances.ts'
import { traitsOf } from '#core/charts/choice/traits.ts'
import { rankCharts } from '#core/charts/recommend.ts'
import { chartTypes } from '#core/charts/registry.ts'
import { descend, type Weights } from '../descend.ts'
import type { Pair } from './pairs.ts'

/** Pairs of nvBench 2.0 name a family at random where their question names none; those that name one teach little of the choice. */
const worth: Readonly<Record<string, number>> = { nvbench: 1, nlv: 1, nvbench2: 0.2 }
const worthOfNamed = 0.3

/** How strongly weights are held where they start: at what the types' own rules say. */
const decay = 2
const steps = 400

type Row = {
  readonly candidates: readonly Candidate[]
  readonly traits: readonly string[]
  readonly right: readonly boolean[]
  readonly weight: number
}

const isRead = (mark: Candidate['mark']): boolean => mark === 'table' || mark === 'number'

/**
 * Collections of charts hold no tables and no single figures, which does not speak against those. Only what a
 * question wants to see does: a trend is no table.
 */
const isLearned = (mark: Candidate['mark'], trait: string): boolean => !isRead(mark) || trait.startsWith('wants ')

function rowOf({ data, wants, families, asked, source }: Pair): readonly Row[] {
  const candidates = rankCharts(data, { wants })
    .map(({ type, suits }) => ({ mark: chartTypes[type].mark, suits }))
    .filter(({ mark }) => wants.length > 0 || !isRead(mark))
  const right = candidates.map(({ mark }) => families.includes(mark))
  if (!right.includes(true)) return []
  const weight = (worth[source] ?? 1) * (asked === null ? 1 : worthOfNamed)
  return [{ candidates, traits: traitsOf(data, wants), right, weight }]
}

/** By how much the chance of each candidate should rise: what is left to the right ones, less what it has. */
function risesOf({ candidates, traits, right }: Row, weights: Weights): readonly number[] {
  const chances = chancesOf(candidates, traits, weights)
  const whole = chances.reduce((sum, chance, at) => sum + (right[at] ? chance : 0), 0)
  return chances.map((chance, at) => (right[at] ? chance / Math.max(whole, 1e-9) : 0) - chance)
}

const risesByName = (row: Row, weights: Weights): readonly (readonly [string, number])[] => {
  const rises = risesOf(row, weights)
  return row.candidates.flatMap(({ mark }, at) =>
    row.traits.map((trait) => [weightName(mark, trait), rises[at] ?? 0] as const),
  )
}

/** Weights by which the families that people chose are the likeliest. */
export function fit(pairs: readonly Pair[]): Weights {
  const rows = pairs.flatMap(rowOf)
  const names = [
    ...new Set(
      rows.flatMap(({ candidates, traits }) =>
        candidates.flatMap(({ mark }) =>
          traits.filter((trait) => isLearned(mark, trait)).map((trait) => weightName(mark, trait)),
        ),
      ),
    ),
  ].toSorted()
  const known = new Set(names)
  const slopeAt = (weights: Weights): Readonly<Record<string, number>> => {
    const slope: Record<string, number> = Object.fromEntries(names.map((name) => [name, decay * (weights[name] ?? 0)]))
    for (const row of rows)
      for (const [name, rise] of risesByName(row, weights))
        if (known.has(name)) slope[name] = (slope[name] ?? 0) - row.weight * rise
    return slope
  }
  return { [ownRules]: 1, ...descend({ names, start: () => 0, slope: slopeAt, steps }) }
}
