import type { ColumnFacts } from './column-facts.ts'
import { average, countOf, meanOf, shareThat, type Trait } from './trait.ts'

/** Words that hold sentences together. */
const functionWords = new Set(
  'a an and as at be by for from in is it not of on or that the this to was with'.split(' '),
)

const wordsOf = (value: string): readonly string[] => value.split(/\s+/).filter((word) => word !== '')
const isFunctionWord = (word: string): boolean => functionWords.has(word.toLowerCase())
const isTuple = (value: string): boolean => /^[[(]/.test(value) && value.includes(',') && /[\])]$/.test(value)
const hasUpper = (value: string): boolean => /\p{Lu}/u.test(value)
const hasLower = (value: string): boolean => /\p{Ll}/u.test(value)
const partsOf = (value: string): readonly string[] => value.split(/[,;|]/)

/** Mean over the parts of all values between commas, semicolons and bars. */
const ofParts =
  (measure: (part: string) => number): Trait =>
  ({ values }) =>
    average(values.flatMap(partsOf).map((part) => measure(part.trim())))

/** What frequent values look like as texts: lists, links, sentences, names. */
export const traitsOfTexts = {
  separated: shareThat(/[,;|]/),
  partLength: (facts: ColumnFacts) => Math.log1p(ofParts(({ length }) => length)(facts)),
  partWords: ofParts((part) => wordsOf(part).length),
  bracketed: shareThat(/^\s*[[{(<]/),
  tuples: meanOf((value) => Number(isTuple(value.trim()))),
  links: shareThat(/https?:|www\.|\.(?:com|org|net)\b/i),
  commas: countOf(/,/g),
  slashes: countOf(/\//g),
  colons: countOf(/:/g),
  hyphens: countOf(/-/g),
  underscores: countOf(/_/g),
  parentheses: shareThat(/\(/),
  words: (facts: ColumnFacts) => Math.log1p(meanOf((value) => wordsOf(value).length)(facts)),
  functionWords: meanOf((value) => average(wordsOf(value).map((word) => Number(isFunctionWord(word))))),
  withFunctionWord: meanOf((value) => Number(wordsOf(value).some(isFunctionWord))),
  capitalised: meanOf((value) => average(wordsOf(value).map((word) => Number(/^\p{Lu}/u.test(word))))),
  allCapitals: meanOf((value) => Number(hasUpper(value) && !hasLower(value))),
  noCapitals: meanOf((value) => Number(hasLower(value) && !hasUpper(value))),
  oneWord: shareThat(/^\p{L}+$/u),
  endsAsSentence: shareThat(/[.!?]\s*$/),
  mixed: meanOf((value) => Number(/\p{L}/u.test(value) && /\d/.test(value))),
} as const satisfies Record<string, Trait>
