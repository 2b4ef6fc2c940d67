import type { ColumnFacts } from './column-facts.ts'

/** How much a kind reveals about a person: nothing, something, or enough to cause harm. */
type Sensitivity = 'none' | 'personal' | 'secret'

/** A kind of column and its detector. */
export type ColumnKind = {
  /** Name for people: `e-mail address`. */
  readonly title: string
  readonly sensitivity: Sensitivity
  /** True if sums are meaningful; false for identifiers and codes. */
  readonly adds: boolean
  /** Confidence, from 0 to 1; the highest wins, the first of equals. */
  readonly fits: (facts: ColumnFacts) => number
}
