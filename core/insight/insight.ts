import type { Query, QueryInput } from '../query/query.ts'
import type { Table } from '../table/table.ts'

/** What an insight is about. */
export type InsightKind = 'difference' | 'concentration' | 'association' | 'relation' | 'trend'

/** One test of one question, whatever came of it. */
export type Finding = {
  readonly kind: InsightKind
  /** One sentence for people; every number in it is among `numbers`. */
  readonly text: string
  /** The Query whose result holds the numbers. */
  readonly query: QueryInput
  readonly numbers: Readonly<Record<string, number>>
  /** Probability of an effect at least this large by chance. */
  readonly pValue: number
  /** Size of the effect, 0 (none) to 1, whatever the number of rows. */
  readonly effect: number
  /** What it is about: findings about the same say the same in other words, and the strongest is kept. */
  readonly about: readonly string[]
}

/** A finding that is more than chance, among all that were looked at. */
export type Insight = Finding & {
  /** The share of false findings to expect among those at least as clear. */
  readonly q: number
}

/** Insights of the same key say the same, also of another version of the data. */
export const keyOf = ({ kind, about }: Pick<Finding, 'kind' | 'about'>): string =>
  [kind, ...about.toSorted()].join('\n')

/** One Query, and the tests that its result allows. */
export type Look = { readonly query: QueryInput; readonly judge: (result: Table) => readonly Finding[] }

/** Runs a Query. */
export type RunQuery = (query: Query) => Promise<Table | null>
