import type { ColumnFacts } from './column-facts.ts'

/** A number about a column. */
export type Trait = (facts: ColumnFacts) => number

const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, each) => sum + each, 0) / numbers.length

const meanOf =
  (measure: (value: string) => number): Trait =>
  ({ values }) =>
    mean(values.map(measure))

/** Share of characters that match a pattern. */
const shareOf = (pattern: RegExp): Trait =>
  meanOf((value) => (value.match(pattern)?.length ?? 0) / Math.max(1, value.length))

const decimalsOf = (value: string): number => /^-?\d*\.(\d+)$/.exec(value)?.[1]?.length ?? 0

function spreadOfLengths({ values }: ColumnFacts): number {
  const lengths = values.map(({ length }) => length)
  const middle = mean(lengths)
  return Math.sqrt(mean(lengths.map((length) => (length - middle) ** 2))) / (1 + middle)
}

/** Notation of a column's frequent values. */
export const traitsOfValues = {
  letters: shareOf(/\p{L}/gu),
  capitals: shareOf(/\p{Lu}/gu),
  digits: shareOf(/\d/g),
  spaces: shareOf(/\s/g),
  marks: shareOf(/[^\p{L}\d\s]/gu),
  leadingZeros: meanOf((value) => Number(/^-?0\d/.test(value))),
  decimals: meanOf(decimalsOf),
  mostDecimals: ({ values }) => Math.max(0, ...values.map(decimalsOf)),
  dashes: meanOf((value) => Number(value.startsWith('-'))),
  separators: meanOf((value) => value.match(/[,;|]/g)?.length ?? 0),
  startsWithDigit: meanOf((value) => Number(/^\d/.test(value))),
  spreadOfLengths,
} as const satisfies Record<string, Trait>
