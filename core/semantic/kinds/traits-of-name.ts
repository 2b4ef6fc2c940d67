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
import type { Trait } from './traits-of-values.ts'

/** A word of a dictionary's form, with or without a trailing number. */
const isWord = (word: string): boolean => /^\p{L}{4,}\d*$/u.test(word)

const holding =
  (hints: ReadonlySet<string>): Trait =>
  ({ words }) =>
    Number(holds(words, hints))

const lengths = ({ words }: ColumnFacts): readonly number[] => words.map(({ length }) => length)

/** Traits of a column's name; compares its words with word lists, never with training names. */
export const traitsOfName = {
  nameWords: ({ words }) => words.length,
  nameLength: ({ name }) => name.length,
  nameLongestWord: (facts) => Math.max(0, ...lengths(facts)),
  nameLookedUp: ({ words }) => words.filter(isWord).length,
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
