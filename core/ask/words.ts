import { singular } from '../profile/name-words.ts'
import { remembered } from '../remembered.ts'

/** One word, number, sign or quoted phrase of a question. */
export type Word = {
  /** As it was written. */
  readonly text: string
  readonly lower: string
  /** What is left of its forms: `ratings` and `rating` are the same. */
  readonly stem: string
  readonly isQuoted: boolean
  /** Does it stand behind a colon, a dash, a full stop or their like? */
  readonly isAfterBreak?: true
}

/** Words that look inflected and are not. */
const whole = new Set(
  'rating string spring king thing wing ring wedding evening morning building engineering accounting marketing advertising hundred united bed red seed speed feed need breed during king being nothing something anything everything billing housing clothing manufacturing nursing programming training parking gaming'.split(
    ' ',
  ),
)

const undoubled = (word: string): string => (/([^aeiouls])\1$/.test(word) ? word.slice(0, -1) : word)

function withoutEnding(word: string): string {
  if (whole.has(word)) return word
  if (word === 'rated') return 'rating'
  if (word.endsWith('ing') && word.length >= 7) return undoubled(word.slice(0, -3))
  if (word.endsWith('ed') && word.length === 5 && !whole.has(word)) return word.slice(0, -1)
  if (word.endsWith('ed') && word.length >= 6) return undoubled(word.slice(0, -2))
  return word
}

/** British spellings as American ones: both are written, in names and in questions. */
const british: readonly (readonly [RegExp, string])[] = [
  [/^(col|fav|lab|hon|hum|rum|behavi|neighb|harb|vap)our/, '$1or'],
  [/^(cent|met|lit|theat|fib)re$/, '$1er'],
  [/is(e|ation|ing|ed)$/, 'iz$1'],
  [/^grey$/, 'gray'],
  [/^cheque$/, 'check'],
  [/^programme$/, 'program'],
  [/^catalogue$/, 'catalog'],
  [/^licence$/, 'license'],
]

const spelt = (word: string): string =>
  word.length < 4 ? word : british.reduce((all, [pattern, other]) => all.replace(pattern, other), word)

/** The part of a word that its forms share: singular, without `-ing`, `-ed` and a closing `e`. */
export function stem(word: string): string {
  const one = withoutEnding(spelt(singular(word)))
  return one.length > 4 && one.endsWith('e') ? one.slice(0, -1) : one
}

const makeWord = (text: string, isQuoted: boolean): Word => {
  const lower = text.toLowerCase()
  return { text, lower, stem: isQuoted ? lower : stem(lower), isQuoted }
}

const pattern = new RegExp(
  [
    String.raw`"[^"]+"|“[^”]+”|(?<=^|[\s(])['‘][^'’]+['’](?=$|[\s,.;:?!)])`,
    String.raw`\d{4}-\d{2}(?:-\d{2})?(?![\d-])|\d{1,2}\/\d{1,2}\/\d{2,4}`,
    String.raw`[$€£]?\d+(?:,\d{3})*(?:\.\d+)?(?:\s?%|(?:k|m|mm|mn|bn|b|st|nd|rd|th|s)\b)?`,
    String.raw`>=|<=|!=|<>|[≥≤>=<]`,
    String.raw`(?<![\p{L}\p{N}])w\/o?(?=\s)`,
    String.raw`\p{L}[\p{L}\p{N}\p{M}]*(?:['’]\p{L}+)?`,
    String.raw`,|%`,
  ].join('|'),
  'giu',
)

const contractions: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    "isn't": ['is', 'not'],
    "aren't": ['are', 'not'],
    "wasn't": ['was', 'not'],
    "weren't": ['were', 'not'],
    "don't": ['do', 'not'],
    "doesn't": ['does', 'not'],
    "didn't": ['did', 'not'],
    "haven't": ['have', 'not'],
    "hasn't": ['has', 'not'],
    whos: ['who', 'is'],
    whats: ['what', 'is'],
    wheres: ['where', 'is'],
    hows: ['how', 'is'],
    isnt: ['is', 'not'],
    arent: ['are', 'not'],
    wasnt: ['was', 'not'],
    werent: ['were', 'not'],
    dont: ['do', 'not'],
    doesnt: ['does', 'not'],
    didnt: ['did', 'not'],
    havent: ['have', 'not'],
    hasnt: ['has', 'not'],
    'w/': ['with'],
    'w/o': ['without'],
  }),
)

function split(text: string): readonly Word[] {
  if (/^["“'‘]/.test(text)) return [makeWord(text.slice(1, -1).trim().replace(/,$/, ''), true)]
  const plain = text.replace('’', "'")
  const known = contractions.get(plain.toLowerCase())
  if (known) return known.map((word) => makeWord(word, false))
  return [makeWord(plain.replace(/'(s|re|ve|ll|d|m)$/i, ''), false)]
}

/** A dash between spaces, a colon or a full stop before a space, an opening bracket. */
const breakBefore = /[:;?!.]\s+(?:["(]\s*)?$|\s[-–—]+\s+$|\(\s*$/u

function splitText(text: string): readonly Word[] {
  const whole = text.slice(0, 2000)
  return [...whole.matchAll(pattern)].flatMap((match) => {
    const words = split(match[0]).filter((word) => word.text !== '')
    const isBroken = breakBefore.test(whole.slice(Math.max(0, match.index - 6), match.index))
    return isBroken ? words.map((word, at) => (at === 0 ? { ...word, isAfterBreak: true as const } : word)) : words
  })
}

/** A question, or a value, as words; what is neither word, number, comparison nor comma is left out. */
export const wordsOf = remembered(splitText, 5000)

/** Words as they were written, for a chip. */
export const textOf = (words: readonly Word[]): string =>
  words
    .map(({ text }) => text)
    .join(' ')
    .replace(/ ,/g, ',')

type Rows = { readonly before: readonly number[]; readonly last: readonly number[] }

/** One row of the table of distances between the beginnings of two words. */
function nextRow(a: string, b: string, row: number, { before, last }: Rows): number[] {
  const next = [row]
  const at = (list: readonly number[], place: number): number => list[place] ?? 0
  for (let place = 1; place <= b.length; place += 1) {
    const change = a[row - 1] === b[place - 1] ? 0 : 1
    const least = Math.min(at(last, place) + 1, at(next, place - 1) + 1, at(last, place - 1) + change)
    const isSwapped = row > 1 && place > 1 && a[row - 1] === b[place - 2] && a[row - 2] === b[place - 1]
    next.push(isSwapped ? Math.min(least, at(before, place - 2) + 1) : least)
  }
  return next
}

/**
 * How many letters must change, be added, dropped or swapped with a neighbour to make one word of the other;
 * `most + 1` where their lengths alone say it is more than `most`.
 */
function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let rows: Rows = { before: [], last: Array.from({ length: b.length + 1 }, (_, at) => at) }
  for (let row = 1; row <= a.length; row += 1) rows = { before: rows.last, last: nextRow(a, b, row, rows) }
  return rows.last[b.length] ?? most + 1
}

/** Do two short words differ in one letter? Enough only where the words around them say the same. */
export const isNear = (written: string, meant: string): boolean =>
  written.length >= 3 && meant.length >= 3 && written[0] === meant[0] && editDistance(written, meant, 1) <= 1

/** What turns a word into its opposite. */
const opposite = /^(un|in|im|ir|non|dis|de)/

/** The word of which another is the opposite: `active` of `inactive`; null where it is none. */
export const oppositeOf = (written: string): string | null => {
  const [prefix] = opposite.exec(written) ?? []
  return prefix !== undefined && written.length - prefix.length >= 4 ? written.slice(prefix.length) : null
}

const areOpposite = (a: string, b: string): boolean => oppositeOf(a) === b || oppositeOf(b) === a

/** Are two words the same but for a slip of the hand? Short words must be equal. */
export function isTypo(written: string, meant: string): boolean {
  if (written.length < 5 || meant.length < 5 || written[0] !== meant[0] || areOpposite(written, meant)) return false
  const most = Math.min(written.length, meant.length) >= 8 ? 2 : 1
  const distance = editDistance(written, meant, most)
  return distance > 0 && distance <= most
}
