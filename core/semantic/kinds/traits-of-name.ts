import {
  eventWords,
  groupWords,
  holds,
  idEndings,
  isCountName,
  meanWords,
  moneyWords,
  neverSumWords,
  percentWords,
  proseWords,
  sumWords,
  yearWords,
} from '../name-hints.ts'
import type { ColumnFacts } from './column-facts.ts'
import { average, type Trait } from './trait.ts'

/** A word of a dictionary's form, with or without a trailing number. */
const isWord = (word: string): boolean => /^\p{L}{4,}\d*$/u.test(word)

const holding =
  (hints: ReadonlySet<string>): Trait =>
  ({ words }) =>
    Number(holds(words, hints))

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Last words of names, by what such columns hold. */
const timeEndings = list(
  'date time datetime timestamp created updated start end year month day when deadline birth dob',
)
const textEndings = list(
  'description desc comment comments note notes summary title text remarks reason detail details body content other explain question answer overview plot',
)
const nameEndings = list(
  'name names owner person author city town street address company team artist venue location place school manager',
)
const linkEndings = list('url link image img website site href src homepage photo path')
const listEndings = list(
  'tags keywords genres languages items categories skills ingredients authors members types features amenities',
)
const codeEndings = list(
  'code cd type class category group status flag ind indicator level grade stage mode gender sex race state region county district zone department sector segment section unit color',
)
const measureEndings = list(
  'height width weight length size score rate pct percent avg mean temp temperature speed area volume distance ratio amount price cost salary income age points rating min max std median population duration',
)

const ending =
  (endings: ReadonlySet<string>): Trait =>
  ({ words }) =>
    Number(endings.has(words.at(-1) ?? ''))

const holdingPattern =
  (pattern: RegExp): Trait =>
  ({ name }) =>
    name.match(pattern)?.length ?? 0

const lengths = ({ words }: ColumnFacts): readonly number[] => words.map(({ length }) => length)

/** Traits of a column's name; compares its words with word lists, never with training names. */
export const traitsOfName = {
  nameWords: ({ words }) => words.length,
  nameLength: ({ name }) => name.length,
  nameLongestWord: (facts) => Math.max(0, ...lengths(facts)),
  nameLookedUp: ({ words }) => words.filter(isWord).length,
  nameWordLength: (facts) => average(lengths(facts)),
  nameDigits: holdingPattern(/\d/g),
  nameNumbers: holdingPattern(/\d+/g),
  nameNumbersInside: holdingPattern(/\d\p{L}/gu),
  nameVowels: ({ name }) => (name.match(/[aeiou]/gi)?.length ?? 0) / Math.max(1, name.length),
  nameCapitals: ({ name }) => (name.match(/\p{Lu}/gu)?.length ?? 0) / Math.max(1, name.length),
  nameHumps: holdingPattern(/\p{Ll}\p{Lu}/gu),
  nameUnderscores: holdingPattern(/_/g),
  nameDots: holdingPattern(/\./g),
  nameEndsAsTime: ending(timeEndings),
  nameEndsAsText: ending(textEndings),
  nameEndsAsName: ending(nameEndings),
  nameEndsAsLink: ending(linkEndings),
  nameEndsAsList: ending(listEndings),
  nameEndsAsCode: ending(codeEndings),
  nameEndsAsMeasure: ending(measureEndings),
  nameHasDigit: ({ name }) => Number(/\d/.test(name)),
  nameIsCapital: ({ name }) => Number(/\p{L}/u.test(name) && name === name.toUpperCase()),
  nameEndsAsId: ({ words }) => Number(idEndings.has(words.at(-1) ?? '')),
  nameHasId: holding(idEndings),
  nameGroups: holding(groupWords),
  nameSums: holding(sumWords),
  nameAverages: holding(meanWords),
  nameNeverSums: holding(neverSumWords),
  nameMoney: holding(moneyWords),
  namePercent: holding(percentWords),
  nameProse: holding(proseWords),
  nameYear: holding(yearWords),
  nameEvent: holding(eventWords),
  nameCounts: ({ words }) => Number(isCountName(words)),
} as const satisfies Record<string, Trait>
