import type { ColumnFacts } from './column-facts.ts'

/** How much a kind reveals: of a person, nothing, something, or enough to do harm. */
type Sensitivity = 'none' | 'personal' | 'secret'

/** One kind of column: what its values are, and how it is told. */
export type ColumnKind = {
  /** As people call it: `e-mail address`. */
  readonly title: string
  readonly sensitivity: Sensitivity
  /** May its numbers be added up? Never so for what tells things apart, or stands for something. */
  readonly adds: boolean
  /** How sure it is that a column is of this kind, from 0 to 1; the surest kind wins, the first among equals. */
  readonly fits: (facts: ColumnFacts) => number
}
