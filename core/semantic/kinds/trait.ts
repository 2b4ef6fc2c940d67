import type { ColumnFacts } from './column-facts.ts'

/** A number about a column. */
export type Trait = (facts: ColumnFacts) => number

/** Arithmetic mean; 0 of none. */
export const average = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, each) => sum + each, 0) / numbers.length

/** Mean of a measure of the frequent values. */
export const meanOf =
  (measure: (value: string) => number): Trait =>
  ({ values }) =>
    average(values.map(measure))

/** Mean number of matches in a value; the pattern is global. */
export const countOf = (pattern: RegExp): Trait => meanOf((value) => value.match(pattern)?.length ?? 0)

/** Mean share of a value's characters that match a global pattern. */
export const shareOfCharacters = (pattern: RegExp): Trait =>
  meanOf((value) => (value.match(pattern)?.length ?? 0) / Math.max(1, value.length))

/** Share of values that match a pattern, which is not global. */
export const shareThat = (pattern: RegExp): Trait => meanOf((value) => Number(pattern.test(value)))
