import type { Profile } from '#core/profile/profile.ts'

/** Association of two columns. */
type Pair = { readonly a: string; readonly b: string; readonly value: number }

/** A measure of association. */
export type Together = {
  readonly id: 'pearson' | 'spearman' | 'cramers-v'
  readonly title: string
  /** What its values mean. */
  readonly meaning: string
  readonly pairs: readonly Pair[]
}

/** Every measure for which a profile has pairs. */
export function waysOf({ correlations, table }: Profile): readonly Together[] {
  const ways: readonly Together[] = [
    {
      id: 'pearson',
      title: 'Straight line (Pearson)',
      meaning:
        'Pearson’s r between numbers: 1 they rise together, −1 one rises as the other falls, 0 unrelated in a straight line.',
      pairs: correlations.map(({ a, b, r }) => ({ a, b, value: r })),
    },
    {
      id: 'spearman',
      title: 'Rank (Spearman)',
      meaning:
        'Spearman’s ρ between numbers compares only their order, so curves count and a few extreme values hardly do: 1 the same order, −1 the reverse, 0 no order in common.',
      pairs: table?.spearman ?? [],
    },
    {
      id: 'cramers-v',
      title: 'Categories (Cramér’s V)',
      meaning:
        'Cramér’s V between columns of few values: 1 knowing one tells the other, 0 it tells nothing. It has no direction.',
      pairs: table?.cramersV ?? [],
    },
  ]
  return ways.filter(({ pairs }) => pairs.length > 0)
}

/** Maximum columns of the grid. */
const maxColumns = 16

/** A matrix of all pairs, 1 on the diagonal; of many columns, the most strongly associated. */
export function pairGrid(pairs: readonly Pair[]): {
  readonly names: readonly string[]
  readonly left: number
  readonly at: (a: string, b: string) => number | null
} {
  const strongest = new Map<string, number>()
  for (const { a, b, value } of pairs)
    for (const name of [a, b]) strongest.set(name, Math.max(strongest.get(name) ?? 0, Math.abs(value)))
  const all = [...strongest.keys()]
  const kept = new Set(all.toSorted((a, b) => (strongest.get(b) ?? 0) - (strongest.get(a) ?? 0)).slice(0, maxColumns))
  const key = (a: string, b: string): string => (a < b ? `${a}\u0000${b}` : `${b}\u0000${a}`)
  const known = new Map(pairs.map(({ a, b, value }) => [key(a, b), value]))
  return {
    names: all.filter((name) => kept.has(name)),
    left: all.length - kept.size,
    at: (a, b) => (a === b ? 1 : (known.get(key(a, b)) ?? null)),
  }
}
