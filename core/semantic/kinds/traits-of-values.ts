import type { ColumnFacts } from './column-facts.ts'
import { average, countOf, meanOf, shareOfCharacters, shareThat, type Trait } from './trait.ts'

const decimalsOf = (value: string): number => /^-?\d*\.(\d+)$/.exec(value)?.[1]?.length ?? 0

function spreadOfLengths({ values }: ColumnFacts): number {
  const lengths = values.map(({ length }) => length)
  const middle = average(lengths)
  return Math.sqrt(average(lengths.map((length) => (length - middle) ** 2))) / (1 + middle)
}

const lengthsOf = ({ values }: ColumnFacts): readonly number[] => values.map(({ length }) => length)

/** A value's pattern: `Ab-12` is `Aa-0`. */
const patternOf = (value: string): string =>
  value
    .replace(/\p{Lu}+/gu, 'A')
    .replace(/\p{Ll}+/gu, 'a')
    .replace(/\d+/g, '0')

/** Notation of a column's frequent values. */
export const traitsOfValues = {
  letters: shareOfCharacters(/\p{L}/gu),
  capitals: shareOfCharacters(/\p{Lu}/gu),
  digits: shareOfCharacters(/\d/g),
  spaces: shareOfCharacters(/\s/g),
  marks: shareOfCharacters(/[^\p{L}\d\s]/gu),
  vowels: shareOfCharacters(/[aeiou]/gi),
  leadingZeros: shareThat(/^-?0\d/),
  decimals: meanOf(decimalsOf),
  mostDecimals: ({ values }) => Math.max(0, ...values.map(decimalsOf)),
  dashes: shareThat(/^-/),
  separators: countOf(/[,;|]/g),
  startsWithDigit: shareThat(/^\d/),
  spreadOfLengths,
  shortestValue: (facts) => Math.log1p(Math.min(1000, ...lengthsOf(facts))),
  longestValue: (facts) => Math.log1p(Math.max(0, ...lengthsOf(facts))),
  usualLength: (facts) => Math.log1p(average(lengthsOf(facts))),
  isOfOneLength: (facts) => Number(new Set(lengthsOf(facts)).size === 1),
  patterns: ({ values }) => new Set(values.map(patternOf)).size / Math.max(1, values.length),
  patternLength: meanOf((value) => patternOf(value).length),
} as const satisfies Record<string, Trait>
