import type { ColumnProfile, NumberProfile } from '../../profile/profile.ts'
import type { TextShape } from '../../profile/shapes/shape-of-text.ts'
import type { ColumnType } from '../../table/table.ts'
import { wordsOfName } from '../../profile/name-words.ts'

/** What is known of a column when its kind is told: its name, and figures over all of its values. */
export type ColumnFacts = {
  /** Of its name, lower case. */
  readonly words: readonly string[]
  readonly name: string
  readonly type: ColumnType
  /** Rows, and those of them that hold a value. */
  readonly rows: number
  readonly known: number
  readonly distinct: number
  /** Null for text. */
  readonly range: { readonly min: number; readonly max: number } | null
  /** Of its numbers; null for text. */
  readonly mean: number | null
  /** Their sample standard deviation; null for text and single values. */
  readonly deviation: number | null
  /** The symbol its numbers carried, or null. */
  readonly unit: string | null
  /** Were thousands parted by a mark where it was read? */
  readonly isGrouped: boolean
  /** The share of its texts that look like something; 0 for other types. */
  readonly share: (shape: TextShape) => number
  readonly meanWords: number
  readonly meanLength: number
  readonly longest: number
  /** Frequent values, as text. */
  readonly values: readonly string[]
}

function spreadOf(numbers: NumberProfile | null): Pick<ColumnFacts, 'range' | 'mean' | 'deviation'> {
  if (numbers === null) return { range: null, mean: null, deviation: null }
  const { min, max, mean, standardDeviation } = numbers
  return { range: { min, max }, mean, deviation: standardDeviation }
}

/** The facts of a profiled column. */
export function factsOf(column: ColumnProfile, rows: number): ColumnFacts {
  const { name, type, nulls, oddCount, distinct, numbers, shapes, text, top } = column
  return {
    words: wordsOfName(name),
    name,
    type,
    rows,
    known: rows - nulls - oddCount,
    distinct: distinct.count,
    ...spreadOf(numbers),
    unit: column.unit ?? null,
    isGrouped: column.isGrouped ?? false,
    share: (shape) => shapes?.shares[shape] ?? 0,
    meanWords: shapes?.meanWords ?? 0,
    meanLength: shapes?.meanLength ?? 0,
    longest: text?.longest ?? 0,
    values: top.map(({ value }) => value),
  }
}

export const isNumber = ({ type }: ColumnFacts): boolean => type === 'integer' || type === 'decimal'

/** In fewer rows, that no value repeats says nothing. */
export const enoughRows = 20

/** Does nearly every row have a value of its own? */
export const isUnique = ({ distinct, known }: ColumnFacts): boolean => known >= enoughRows && distinct >= known * 0.98

/** Does the name hold one of the words? */
export const named = ({ words }: ColumnFacts, hints: ReadonlySet<string>): boolean =>
  words.some((word) => hints.has(word))

/** Does the name hold these words, together? */
export const phrased = ({ words }: ColumnFacts, phrases: readonly string[]): boolean => {
  const text = ` ${words.join(' ')} `
  return phrases.some((phrase) => text.includes(` ${phrase} `))
}
