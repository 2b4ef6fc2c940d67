import type { ColumnFacts } from './column-facts.ts'
import { average, countOf, meanOf, shareThat, type Trait } from './trait.ts'

/** Decimal digits, perhaps with a sign, a point and an exponent; a leading zero before an x is not decimal. */
const isNumeral = (value: string): boolean =>
  /^[-+]?\.?\d/.test(value) && Number.isFinite(Number(value)) && !/[xob]/i.test(value)
const numbersIn = ({ values }: ColumnFacts): readonly number[] => values.filter(isNumeral).map(Number)

/** Share of the numbers for which something holds. */
const shareOfNumbers =
  (holds: (number: number) => boolean): Trait =>
  (facts) =>
    average(numbersIn(facts).map((number) => Number(holds(number))))

const sizesOf = (facts: ColumnFacts): readonly number[] =>
  numbersIn(facts)
    .map((number) => Math.log1p(Math.abs(number)))
    .toSorted((a, b) => a - b)

function spreadOfSizes(facts: ColumnFacts): number {
  const sizes = sizesOf(facts)
  const middle = average(sizes)
  return sizes.length === 0 ? -1 : Math.sqrt(average(sizes.map((size) => (size - middle) ** 2)))
}

/** Values that surveys write for no answer. */
const noAnswers: ReadonlySet<number> = new Set([-9, -99, -999, -9999, 99, 999, 9999])

/** What frequent values look like as numbers: small codes, round amounts, years, money, units. */
export const traitsOfNumerals = {
  numerals: meanOf((value) => Number(isNumeral(value))),
  numeralsInText: countOf(/\d+(?:\.\d+)?/g),
  zeros: shareOfNumbers((number) => number === 0),
  ones: shareOfNumbers((number) => number === 1),
  singleDigits: shareOfNumbers((number) => Number.isInteger(number) && number >= 0 && number <= 9),
  roundByFive: shareOfNumbers((number) => number !== 0 && number % 5 === 0),
  roundByHundred: shareOfNumbers((number) => number !== 0 && number % 100 === 0),
  likeYears: shareOfNumbers((number) => Number.isInteger(number) && number >= 1800 && number <= 2100),
  noAnswers: shareOfNumbers((number) => noAnswers.has(number)),
  middleSize: (facts: ColumnFacts) => {
    const sizes = sizesOf(facts)
    return sizes[Math.floor(sizes.length / 2)] ?? -1
  },
  greatestSize: (facts: ColumnFacts) => sizesOf(facts).at(-1) ?? -1,
  spreadOfSizes,
  exponents: shareThat(/\de[+-]?\d/i),
  likeEpochs: shareThat(/^1[0-5]\d{8}(?:\d{3})?$/),
  likeDates: shareThat(/\d{1,4}[-/.]\w{1,3}[-/.]\d{1,4}|\d:\d\d/),
  likeDays: shareThat(/^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])$/),
  withMonth: shareThat(/\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i),
  withThousands: shareThat(/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/),
  withCurrency: shareThat(/[$€£¥]\s?\d|\d\s?[$€£¥]/),
  withPercent: shareThat(/%/),
  withSignBefore: shareThat(/^[^\d\s]{1,3}\s?[\d.,]+$/),
  withUnit: shareThat(/^\D?\s?[-+]?[\d.,]+\s?[\p{L}%°"'/+]{1,9}\.?$/u),
} as const satisfies Record<string, Trait>
