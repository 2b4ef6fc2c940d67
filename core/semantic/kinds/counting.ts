import { groupWords, isCountName, meanWords, moneyWords, percentWords, sumWords, yearWords } from '../name-hints.ts'
import { type ColumnFacts, isNumber, named } from './column-facts.ts'
import type { ColumnKind } from './kind.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const within = ({ range }: ColumnFacts, min: number, max: number): boolean =>
  range !== null && range.min >= min && range.max <= max

const notCalendar = words('last next per previous this since each in at of')

/** `model year` ends in the word for one year; `years at company` and `times last year` count something. */
const endsInOneYear = ({ words: name }: ColumnFacts): boolean =>
  yearWords.has(name.at(-1) ?? '') && name.at(-1) !== 'years' && !name.some((word) => notCalendar.has(word))

/** True for calendar years written as numbers: they are never summed and have no thousands separator. */
export function isYear(facts: ColumnFacts): boolean {
  const { range, type } = facts
  if (range === null || !isNumber(facts) || !Number.isInteger(range.min) || !Number.isInteger(range.max)) return false
  if (named(facts, yearWords) && within(facts, 1000, 2200)) return true
  const isWide = range.max - range.min > 3 && type === 'integer'
  return isWide && endsInOneYear(facts) && within(facts, 0, 99)
}

const yearMonth = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])$/

/** `201506`: a year and its month. */
const isMonth = (facts: ColumnFacts): boolean =>
  facts.type === 'integer' &&
  within(facts, 190_001, 209_912) &&
  facts.distinct > 2 &&
  facts.values.every((value) => yearMonth.test(value))

export const isZeroOrOne = ({ type, range, distinct }: ColumnFacts): boolean =>
  type === 'integer' && range?.min === 0 && range.max === 1 && distinct <= 2

const isFlagOf = (facts: ColumnFacts): boolean =>
  facts.type === 'boolean' ||
  isZeroOrOne(facts) ||
  (facts.type === 'text' && facts.distinct <= 2 && facts.share('flag') >= 0.99)

const isMeasuredByName = (facts: ColumnFacts): boolean =>
  named(facts, sumWords) || named(facts, meanWords) || isCountName(facts.words)

const flag: ColumnKind = {
  title: 'yes or no',
  sensitivity: 'none',
  adds: false,
  fits: (facts) => (isFlagOf(facts) && facts.distinct > 1 ? 0.9 : 0),
}

const moment: ColumnKind = {
  title: 'date or time',
  sensitivity: 'none',
  adds: false,
  fits: ({ type, share }) =>
    type === 'date' || type === 'timestamp'
      ? 0.95
      : type === 'text' && share('date') + share('clock') >= 0.5
        ? 0.84
        : 0,
}

const year: ColumnKind = {
  title: 'year or month',
  sensitivity: 'none',
  adds: false,
  fits: (facts) => {
    if (isYear(facts) || isMonth(facts)) return 0.93
    const isPlain = facts.type === 'integer' && within(facts, 1900, 2050) && facts.distinct >= 2
    return isPlain && !isMeasuredByName(facts) && facts.known >= 5 ? 0.7 : 0
  },
}

const coordinate = (title: string, hints: ReadonlySet<string>, most: number): ColumnKind => ({
  title,
  sensitivity: 'none',
  adds: false,
  fits: (facts) => (isNumber(facts) && named(facts, hints) && within(facts, -most, most) ? 0.93 : 0),
})
const latitude = coordinate('latitude', words('lat latitude'), 90)
const longitude = coordinate('longitude', words('lon lng long longitude'), 180)

const duration: ColumnKind = {
  title: 'duration',
  sensitivity: 'none',
  adds: true,
  fits: ({ type }) => (type === 'duration' ? 0.93 : 0),
}

const percentage: ColumnKind = {
  title: 'percentage',
  sensitivity: 'none',
  adds: false,
  fits: (facts) => {
    if (!isNumber(facts)) return 0
    if (facts.unit === '%') return 0.93
    return named(facts, percentWords) && within(facts, -100, 100) ? 0.7 : 0
  },
}

const money: ColumnKind = {
  title: 'amount of money',
  sensitivity: 'none',
  adds: true,
  fits: (facts) => {
    if (!isNumber(facts)) return 0
    if (facts.unit !== null && facts.unit !== '%') return 0.93
    return named(facts, moneyWords) && !isCountName(facts.words) && !named(facts, percentWords) ? 0.7 : 0
  },
}

/** Integers in a column whose name suggests groups. */
const ordinal: ColumnKind = {
  title: 'code or rank',
  sensitivity: 'none',
  adds: false,
  fits: (facts) => {
    if (facts.type !== 'integer' || named(facts, sumWords) || isCountName(facts.words)) return 0
    return named(facts, groupWords) && facts.distinct <= 60 ? 0.75 : 0
  },
}

/** Confidence in a measure that only its type supports. */
export const unnamedMeasure = 0.5

const measure: ColumnKind = {
  title: 'measure',
  sensitivity: 'none',
  adds: true,
  fits: (facts) => (isNumber(facts) ? (isMeasuredByName(facts) ? 0.65 : unnamedMeasure) : 0),
}

/** Kinds that count, measure, or are moments. */
export const countingKinds = { flag, moment, year, latitude, longitude, duration, percentage, money, ordinal, measure }
