import type { SemanticColumn, SemanticModel } from '../../semantic/semantic-model.ts'
import { onceFor } from '../../once-for.ts'
import { wordsOfName } from '../../profile/name-words.ts'
import { isLexical, lexicon } from '../lexicon.ts'
import type { Mention } from '../mention.ts'
import { isTypo, stem, wordsOf, type Word } from '../words.ts'
import { countNotions } from './count-notions.ts'
import { namesOfCodes } from './known-codes.ts'

/** What people say for values that data writes otherwise. */
const spoken: readonly (readonly string[])[] = [
  ['female', 'woman', 'women', 'girl', 'lady', 'f'],
  ['male', 'man', 'men', 'boy', 'm'],
  ['usa', 'us', 'united states', 'united states of america', 'america', 'american', 'u s'],
  ['uk', 'united kingdom', 'britain', 'british', 'great britain'],
  ['japan', 'japanese'],
  ['europe', 'european'],
  ['germany', 'german'],
  ['france', 'french'],
  ['italy', 'italian'],
  ['spain', 'spanish'],
  ['china', 'chinese'],
  ['india', 'indian'],
  ['canada', 'canadian'],
  ['brazil', 'brazilian'],
  ['russia', 'russian'],
  ['mexico', 'mexican'],
  ['ireland', 'irish'],
  ['netherlands', 'dutch', 'holland'],
  ['switzerland', 'swiss'],
  ['sweden', 'swedish'],
  ['norway', 'norwegian'],
  ['denmark', 'danish'],
  ['finland', 'finnish'],
  ['poland', 'polish'],
  ['portugal', 'portuguese'],
  ['greece', 'greek'],
  ['turkey', 'turkish'],
  ['austria', 'austrian'],
  ['belgium', 'belgian'],
  ['australia', 'australian'],
  ['argentina', 'argentinian', 'argentine'],
  ['south africa', 'south african'],
  ['south korea', 'korean', 'korea'],
  ['africa', 'african'],
  ['asia', 'asian'],
  ['completed', 'complete', 'finished', 'done'],
  ['cancelled', 'canceled', 'called off'],
  ['in progress', 'ongoing', 'underway', 'under way'],
  ['resolved', 'solved', 'fixed'],
  ['declined', 'rejected', 'denied', 'refused', 'turned down'],
  ['approved', 'accepted'],
  ['pending', 'waiting', 'awaiting'],
  ['yes', 'y', 'true'],
  ['no', 'n', 'false'],
  ['first', '1st'],
  ['second', '2nd'],
  ['third', '3rd'],
  ['ny', 'new york'],
  ['la', 'los angeles'],
  ['sf', 'san francisco'],
  ['hr', 'human resources'],
  ['r d', 'research development', 'research and development'],
  ['it', 'information technology'],
  ['goalkeeper', 'keeper', 'goalie'],
  ['completed', 'finished', 'done'],
  ['rejected', 'declined', 'turned down'],
  ['cancelled', 'canceled', 'called off'],
]

/** What the letters of sizes stand for, in columns of sizes. */
const sizeNames = new Map(
  Object.entries({ s: ['small'], m: ['medium'], l: ['large'], xl: ['extra large'], xxl: ['double extra large'] }),
)
const spokenOf = new Map<string, string[]>()
for (const group of spoken)
  for (const word of group)
    spokenOf.set(
      word,
      group.filter((other) => other !== word),
    )

type Value = { readonly column: SemanticColumn; readonly value: string; readonly key: string; readonly score: number }

const keyOf = (words: readonly Word[]): string => words.map(({ lower }) => lower).join(' ')
const stemKeyOf = (words: readonly Word[]): string =>
  words.map((word) => (word.isQuoted ? word.lower : stem(word.lower))).join(' ')

/** One letter stands for a word only where the column holds little else: `F` of a sex, not of a deck. */
const mostLettered = 3

/** What people say for a value instead of it. */
function saidFor(
  column: SemanticColumn,
  value: string,
  key: string,
  codes: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const sizes = /\bsize\b/i.test(column.label) ? (sizeNames.get(key) ?? []) : []
  const isLettered = key.length === 1 && column.distinct > mostLettered
  const spoken = isLettered ? [] : (spokenOf.get(key) ?? [])
  return [...spoken, ...sizes, ...(codes.get(value) ?? [])].filter((other) => other.length > 1 && other !== key)
}

/** The keys under which one value may be written. */
function entriesOf(
  column: SemanticColumn,
  value: string,
  codes: ReadonlyMap<string, readonly string[]>,
): readonly Value[] {
  const words = wordsOf(value)
  const key = keyOf(words)
  if (key === '') return []
  return [
    { column, value, key, score: 1 },
    { column, value, key: stemKeyOf(words), score: 0.92 },
    ...saidFor(column, value, key, codes).map((other) => ({ column, value, key: other, score: 0.9 })),
  ]
}

/** The column's values by the keys under which they may be written. */
const indexOf = onceFor((model: SemanticModel): ReadonlyMap<string, readonly Value[]> => {
  const index = new Map<string, Value[]>()
  const add = (entry: Value): void => {
    const known = index.get(entry.key)
    if (known === undefined) index.set(entry.key, [entry])
    else if (!known.some(({ column, value }) => column === entry.column && value === entry.value)) known.push(entry)
  }
  for (const column of model.columns) {
    const codes = namesOfCodes(column)
    for (const value of column.values) for (const entry of entriesOf(column, value, codes)) add(entry)
  }
  return index
})

/** Just so, or in small letters where these are no word of the language: `hr` of `HR`. */
const isWrittenSo = (word: Word | undefined, value: string): boolean =>
  word !== undefined &&
  (word.text === value || (value.length === 2 && word.lower === value.toLowerCase() && !isLexical(word.lower)))

/** One or two letters are a value only where they are written just so: `R`, `XL`. */
const isTooShort = (written: readonly Word[], value: string): boolean =>
  value.length <= 2 &&
  (written[0]?.lower.length ?? 0) <= 2 &&
  (written.length > 1 || !isWrittenSo(written[0], value) || value === 'I' || value === 'A')

const isFillerOnly = (word: string): boolean => (lexicon.get(word) ?? []).every(({ kind }) => kind === 'filler')

/** A word of every question (`first`, `no`, `top`) is a value only where written as the value is. */
function isCommonWord(written: readonly Word[], value: string): boolean {
  const [word, ...others] = written
  if (word === undefined || others.length > 0 || !isLexical(word.lower)) return false
  const isAsWritten =
    word.isQuoted || (word.text === value && /^\p{Lu}/u.test(value)) || /^\p{Lu}{2,}$/u.test(word.text)
  return !isAsWritten && !(value.length > 4 && isFillerOnly(word.lower))
}

/** `first class`: the column's own name follows. */
const namesColumn = (word: Word | undefined, column: SemanticColumn): boolean =>
  word !== undefined && wordsOfName(column.name).map(stem).includes(word.stem)

/** Values of small columns of which a word is a part that no other value has: `late` of `Shipped Late`. */
function inPart(model: SemanticModel, word: Word): readonly Value[] {
  if (word.lower.length < 4 || isLexical(word.lower) || word.isQuoted) return []
  return model.columns.flatMap((column) => {
    if (column.distinct > 30 || column.values.length < column.distinct) return []
    const having = column.values.filter((value) =>
      wordsOfName(value).some((own) => own === word.lower || stem(own) === word.stem),
    )
    const [value] = having
    return value !== undefined && having.length === 1 ? [{ column, value, key: word.lower, score: 0.78 }] : []
  })
}

function misspelt(index: ReadonlyMap<string, readonly Value[]>, word: Word): readonly Value[] {
  if (word.lower.length < 6 || isLexical(word.lower)) return []
  const keys = [...index.keys()].filter((key) => isTypo(word.lower, key))
  return keys.flatMap((key) => index.get(key) ?? []).map((entry) => ({ ...entry, score: entry.score * 0.85 }))
}

/** A value that is written out is meant, and not others that have its stem: `Cook County` is not `Cooke County`. */
function writtenOut(entries: readonly Value[]): readonly Value[] {
  const exact = entries.filter(({ score }) => score === 1)
  return exact.length > 0 ? exact : entries
}

function toMentions(from: number, to: number, values: readonly Value[]): readonly Mention[] {
  const columns = new Map<SemanticColumn, Value[]>()
  for (const value of values) columns.set(value.column, [...(columns.get(value.column) ?? []), value])
  const rivals = countNotions([...columns.keys()])
  return [...columns]
    .map(([column, all]) => [column, writtenOut(all)] as const)
    .map(([column, entries]) => ({
      from,
      to,
      meaning: { kind: 'value' as const, column, values: [...new Set(entries.map(({ value }) => value))] },
      score: Math.max(...entries.map(({ score }) => score)) * (rivals === 1 ? 1 : rivals === 2 ? 0.88 : 0.78),
    }))
}

/** Which cell values the words may name, of the values the model knows. */
export function findValues(words: readonly Word[], model: SemanticModel): readonly Mention[] {
  const index = indexOf(model)
  const longest = 10
  return words.flatMap((word, from) => {
    const found: Mention[] = []
    for (let to = from + 1; to <= Math.min(words.length, from + longest); to += 1) {
      const written = words.slice(from, to)
      const key = keyOf(written.flatMap((each) => (each.isQuoted ? wordsOf(each.text) : [each])))
      const meant = index.get(key) ?? index.get(stemKeyOf(written)) ?? []
      const fitting = meant.filter(
        ({ value, column }) =>
          !isTooShort(written, value) && (!isCommonWord(written, value) || namesColumn(words[to], column)),
      )
      found.push(...toMentions(from, to, fitting))
    }
    if (found.length > 0) return found
    const slips = misspelt(index, word)
    return toMentions(from, from + 1, slips.length > 0 ? slips : inPart(model, word))
  })
}
