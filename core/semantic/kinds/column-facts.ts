import type { ColumnProfile, NumberProfile } from '../../profile/profile.ts'
import type { TextShape } from '../../profile/shapes/shape-of-text.ts'
import type { ColumnType } from '../../table/table.ts'
import { wordsOfName } from '../../profile/name-words.ts'

/** Input of kind detectors: the column's name and statistics of all its values. */
export type ColumnFacts = {
  /** Words of the name, lower case. */
  readonly words: readonly string[]
  readonly name: string
  readonly type: ColumnType
  /** Number of rows, and of rows with a value. */
  readonly rows: number
  readonly known: number
  readonly distinct: number
  /** Null for text. */
  readonly range: { readonly min: number; readonly max: number } | null
  /** Mean of its numbers; null for text. */
  readonly mean: number | null
  /** Sample standard deviation; null for text and single values. */
  readonly deviation: number | null
  /** The sign beside its numbers, or null. */
  readonly unit: string | null
  /** True if the file separates thousands. */
  readonly isGrouped: boolean
  /** Share of its texts with a shape; 0 for other types. */
  readonly share: (shape: TextShape) => number
  readonly meanWords: number
  readonly meanLength: number
  readonly longest: number
  /** Frequent values as text. */
  readonly values: readonly string[]
}

function spreadOf(numbers: NumberProfile | null): Pick<ColumnFacts, 'range' | 'mean' | 'deviation'> {
  if (numbers === null) return { range: null, mean: null, deviation: null }
  const { min, max, mean, standardDeviation } = numbers
  return { range: { min, max }, mean, deviation: standardDeviation }
}

/** Facts of a profiled column. */
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

/** Minimum rows at which unique values are significant. */
export const enoughRows = 20

/** True if nearly every row has a distinct value. */
export const isUnique = ({ distinct, known }: ColumnFacts): boolean => known >= enoughRows && distinct >= known * 0.98

/** True if the name contains one of the words. */
export const named = ({ words }: ColumnFacts, hints: ReadonlySet<string>): boolean =>
  words.some((word) => hints.has(word))

/** True if the name contains these words in sequence. */
export const phrased = ({ words }: ColumnFacts, phrases: readonly string[]): boolean => {
  const text = ` ${words.join(' ')} `
  return phrases.some((phrase) => text.includes(` ${phrase} `))
}
