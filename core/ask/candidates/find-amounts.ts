import type { Direction, Mention, MentionOf } from '../mention.ts'
import type { SemanticModel } from '../../semantic/semantic-model.ts'
import { unitOfColumn } from './units.ts'
import type { Word } from '../words.ts'

const sizes: ReadonlyMap<string, number> = new Map(
  Object.entries({
    k: 1e3,
    thousand: 1e3,
    m: 1e6,
    mm: 1e6,
    mn: 1e6,
    million: 1e6,
    millions: 1e6,
    bn: 1e9,
    b: 1e9,
    billion: 1e9,
    billions: 1e9,
    hundred: 100,
    dozen: 12,
  }),
)
const spelt: ReadonlyMap<string, number> = new Map(
  Object.entries({
    zero: 0,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    fifteen: 15,
    twenty: 20,
    fifty: 50,
    hundred: 100,
  }),
)

/** A number as it is written: `1,500`, `$2.5m`, `40%`, `ten`; null for anything else. */
export function amountOf(text: string): { readonly value: number; readonly isPercent: boolean } | null {
  const word = spelt.get(text.toLowerCase())
  if (word !== undefined) return { value: word, isPercent: false }
  const match = /^[$€£]?(\d[\d,]*(?:\.\d+)?)\s?(%|k|m|mm|mn|bn|b)?$/i.exec(text)
  if (match === null) return null
  const unit = match[2]?.toLowerCase()
  const value = Number((match[1] ?? '').replace(/,/g, '')) * (sizes.get(unit ?? '') ?? 1)
  return { value, isPercent: unit === '%' }
}

const ordinals: ReadonlyMap<string, number> = new Map(
  Object.entries({ first: 1, second: 2, third: 3, fourth: 4, fifth: 5 }),
)

/** `first`, `3rd`: a number where a class or a grade follows. */
function ordinalOf({ lower }: Word): number | null {
  const match = /^(\d{1,3})(?:st|nd|rd|th)$/.exec(lower)
  return match ? Number(match[1]) : (ordinals.get(lower) ?? null)
}

const units: readonly (readonly [words: string, of: string])[] = [
  ['mile miles km kilometer kilometers kilometre kilometres', 'distance mileage length'],
  ['dollar dollars bucks usd euro euros eur gbp', 'sales revenue total amount fare cost price'],
  ['g kg kilo kilos kilogram kilograms gram grams lb lbs pounds', 'weight mass'],
  ['mm cm m meters centimeters centimetres inches inch', 'length height width'],
  ['day days', 'days duration'],
  ['minute minutes mins', 'minutes duration time'],
]
const unitOf: ReadonlyMap<string, readonly string[]> = new Map(
  units.flatMap(([words, of]) => words.split(' ').map((word) => [word, of.split(' ')] as const)),
)

/** The numbers of a question with their units: `10 miles`, which speaks of a distance. */
function withUnits(words: readonly Word[], plain: readonly AmountMention[]): readonly AmountMention[] {
  return plain.flatMap((mention) => {
    const of = unitOf.get(words[mention.to]?.lower ?? '')
    const unit = words[mention.to]?.lower ?? ''
    return of ? [mention, { ...mention, to: mention.to + 1, meaning: { ...mention.meaning, of, unit } }] : [mention]
  })
}

type AmountMention = MentionOf<'amount'>

/** The numbers of a question, with `million` and its like, and with their units. */
export const findAmounts = (words: readonly Word[], model: SemanticModel): readonly Mention[] =>
  withUnits(words, amountsIn(words, new Set(model.columns.map(unitOfColumn))))

/** `half a million`, `a hundred`: a number that is all words. */
function saidAt(words: readonly Word[], from: number): AmountMention | null {
  const [first, second, third] = words.slice(from, from + 3).map(({ lower }) => lower)
  const isHalf = first === 'half' && second === 'a'
  const size = isHalf ? sizes.get(third ?? '') : first === 'a' ? sizes.get(second ?? '') : undefined
  if (size === undefined || size < 10) return null
  const meaning = { kind: 'amount' as const, value: isHalf ? size / 2 : size, isPercent: false }
  return { from, to: from + (isHalf ? 3 : 2), meaning, score: 0.96 }
}

/** `1000 m` are metres: nobody writes thousands of millions so. */
const isOfMetres = (value: number, { text }: Word, after: string): boolean =>
  /^mm?$/.test(after) && value >= 1000 && !/^[$€£]/.test(text)

const sizeAfter = (value: number, word: Word, after: string): number | undefined =>
  isOfMetres(value, word, after) ? undefined : sizes.get(after)

/** The numbers alone. */
function amountsIn(words: readonly Word[], own: ReadonlySet<string | undefined>): readonly AmountMention[] {
  return words.flatMap((word, from): readonly AmountMention[] => {
    const said = saidAt(words, from)
    if (said !== null) return [said]
    const ordinal = ordinalOf(word)
    if (ordinal !== null)
      return [
        { from, to: from + 1, meaning: { kind: 'amount' as const, value: ordinal, isPercent: false }, score: 0.75 },
      ]
    const amount = amountOf(word.text)
    if (amount === null) return []
    const after = words[from + 1]?.lower ?? ''
    const size = own.has(after) ? undefined : sizeAfter(amount.value, word, after)
    const isSpelt = spelt.get(word.lower) !== undefined
    const of = /^[$€£]/.test(word.text) ? { of: unitOf.get('dollars') ?? [] } : {}
    const plain = {
      from,
      to: from + 1,
      meaning: { kind: 'amount' as const, ...amount, ...of },
      score: isSpelt ? 0.85 : 0.96,
    }
    if (size === undefined || amount.isPercent) return [plain]
    return [{ ...plain, to: from + 2, meaning: { ...plain.meaning, value: amount.value * size } }]
  })
}

const tops: ReadonlyMap<string, Direction> = new Map(
  Object.entries({
    top: 'descending',
    best: 'descending',
    highest: 'descending',
    largest: 'descending',
    biggest: 'descending',
    most: 'descending',
    greatest: 'descending',
    bottom: 'ascending',
    worst: 'ascending',
    lowest: 'ascending',
    smallest: 'ascending',
    fewest: 'ascending',
    least: 'ascending',
  }),
)

/** The end and the count that two words name. */
function limitOf(first: Word, second: Word): { readonly direction: Direction; readonly count: number } | null {
  const direction = tops.get(first.lower) ?? tops.get(second.lower)
  const amount = amountOf(tops.has(first.lower) ? second.text : first.text)
  if (direction === undefined || amount === null || amount.isPercent) return null
  const { value: count } = amount
  return Number.isInteger(count) && count >= 1 && count <= 1000 ? { direction, count } : null
}

/** `top 5`, `5 best`, `five largest`: how many, and from which end; `at least five` is no such thing. */
export function findLimits(words: readonly Word[]): readonly Mention[] {
  return words.flatMap((word, from) => {
    const next = words[from + 1]
    const limit = next === undefined || words[from - 1]?.lower === 'at' ? null : limitOf(word, next)
    return limit ? [{ from, to: from + 2, meaning: { kind: 'limit' as const, ...limit }, score: 0.98 }] : []
  })
}
