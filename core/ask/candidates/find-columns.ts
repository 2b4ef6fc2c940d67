import { singular, unitWords, wordsOfName } from '../../profile/name-words.ts'
import type { SemanticColumn, SemanticModel } from '../../semantic/semantic-model.ts'
import { isNotion } from '../askable.ts'
import { lightVerbs } from '../fillers.ts'
import { isLexical } from '../lexicon.ts'
import { onceFor } from '../../once-for.ts'
import type { Mention } from '../mention.ts'
import { nameForId } from './name-for-id.ts'
import { countNotions } from './count-notions.ts'
import { usualOf } from './extremes-of-one.ts'
import { isNear, isTypo, stem, type Word } from '../words.ts'

type Named = { readonly column: SemanticColumn; readonly stems: readonly string[]; readonly weight: number }
/** A name with what every word of a question is compared with. */
type Name = Named & { readonly whole: string; readonly anyOrder: string }

/** Units as names end with them: `temperature_c`, `humidity_pct`. */
const units = [...unitWords, ...'c f v w pct percent celsius fahrenheit'.split(' ')].map(stem)

/** Words of names that by themselves name nothing. */
const vague = new Set([
  ...units,
  ...'name id number code type date value no details detail other total count first last of the in and to per a is do you on for'
    .split(' ')
    .map(stem),
])

/** Does a word, by its stem, name nothing by itself? */
export const isVague = (word: string): boolean => vague.has(word)

/** Last words that stand for what the others name: the `customer name` is the customer, the `order date` is not the order. */
const standsFor = new Set([
  ...units,
  ...'name id number code no total count quantity qty amount value details detail rate score index percentage ratio'
    .split(' ')
    .map(stem),
])

const stemsOf = (text: string): readonly string[] => wordsOfName(text).map(stem)

const multiples = new Set('billion million thousand bn mn k'.split(' ').map(stem))

/** A name without its unit: `market value` of `market_value_in_billion`. */
function unitless(stems: readonly string[]): readonly string[] {
  const last = stems.at(-1) ?? ''
  const isUnit = multiples.has(last) || units.includes(last)
  return isUnit && stems.length > 2 && stems.at(-2) === 'in' ? stems.slice(0, -2) : stems
}

const withKeys = (name: Named): Name => ({
  ...name,
  whole: name.stems.join(''),
  anyOrder: [...name.stems].sort().join(' '),
})

function namesOf(column: SemanticColumn): readonly Name[] {
  const own = [column.label, column.name].map((text) => ({ column, stems: stemsOf(text), weight: 1 }))
  const others = column.synonyms.map((text) => ({ column, stems: stemsOf(text), weight: 0.93 }))
  const all = [...own, ...others].filter(({ stems }) => stems.length > 0)
  const short = all.map((name) => ({ ...name, stems: unitless(name.stems) }))
  return [...all, ...short.filter(({ stems }, at) => stems !== all[at]?.stems)].map(withKeys)
}

/** Every name that the columns have. */
const namesIn = onceFor(({ columns }: SemanticModel): readonly Name[] => columns.flatMap(namesOf))

const joined = (stems: readonly string[]): string => stems.join('')

/** One word is the start of the other, as in `disp` for `displacement`. */
const isAbbreviation = (written: string, meant: string): boolean =>
  written.length >= 3 && meant.length >= written.length + 2 && meant.startsWith(written) && !isLexical(written)

const endings = /^(ed|ation|lation|ing|ment|er|or|al|ance|ence|ion|ellation|led|ling|s|ions|faction|fied)?$/

/** Two forms of one word by its beginning: `cancellation` and `cancelled`. */
function isCognate(written: string, meant: string): boolean {
  if (isLexical(written) || written.length < 6 || meant.length < 6) return false
  const shared = [...written].findIndex((letter, at) => letter !== meant[at])
  const length = shared === -1 ? Math.min(written.length, meant.length) : shared
  return length >= 6 && endings.test(written.slice(length)) && endings.test(meant.slice(length))
}

/** Every word the same but for slips; in a name of several words, of which one is right, short ones may slip too. */
function isClose(written: readonly string[], stems: readonly string[]): boolean {
  const isLong = written.length > 1 && written.some((word, at) => word === stems[at] && word.length > 2)
  const close = written.every((word, at) => {
    const own = stems[at] ?? ''
    return word === own || isTypo(word, own) || (isLong && isNear(word, own))
  })
  return close && !written.every(isLexical)
}

function compareWord(written: string, meant: string): number {
  if (isCognate(written, meant)) return 0.8
  return isAbbreviation(written, meant) ? 0.78 : 0
}

function compareWhole(written: readonly string[], { column, stems, weight, whole, anyOrder }: Name): number {
  if (joined(written) === whole) return weight
  if (written.length !== stems.length) return 0
  if (written.length > 1 && [...written].sort().join(' ') === anyOrder) return weight * 0.93
  if (isClose(written, stems)) return weight * 0.9
  return written.length === 1 && !isNotion(column) ? weight * compareWord(written[0] ?? '', stems[0] ?? '') : 0
}

const isSame = (written: string, own: string): boolean =>
  written === own || (isTypo(written, own) && !isLexical(written))

const joins = new Set(['of', 'at', 'in', 'since', 'with', 'per', 'from', 'for', 'to'].map(stem))

/** The word of a name that says what it is: the last, unless that only stands for the others. */
function headOf(stems: readonly string[], telling: readonly string[]): string {
  const link = stems.findIndex((word, at) => at > 0 && joins.has(word))
  if (link > 0) return stems[link - 1] ?? ''
  const last = stems.at(-1) ?? ''
  return vague.has(last) && !standsFor.has(last) ? last : (telling.at(-1) ?? last)
}

/** The word of a column's name that says what it is, by its stem; null where it is of the language, or says nothing. */
export function headOfName(name: string): string | null {
  const stems = stemsOf(name)
  const head = headOf(
    stems,
    stems.filter((word) => !vague.has(word)),
  )
  return head === '' || vague.has(head) || stems.length > mostWordsOfName ? null : head
}

/** Nothing but vague words, as the name ends: `status code` of `customer status code`. */
function compareEnding(written: readonly string[], stems: readonly string[]): number {
  if (written.join(' ') !== stems.slice(-written.length).join(' ')) return 0
  return written.length > 1 ? 0.82 : 0.55
}

/** `garage` of `garage type`: a word for a kind stands behind what it is a kind of. */
const kindWords = new Set(['type', 'kind', 'category', 'class', 'style', 'group'].map(stem))
/** A label of more words is a question or a sentence, in which small words name nothing. */
const mostWordsOfName = 5
/** What may be added to the name of moments: `open date` of `opened at`. */
const timeWords = new Set(['date', 'time', 'day'].map(stem))

/** Is every word one of the name's, with a slip of the hand where another is right, or one that may be added to it? */
function areOfName(written: readonly string[], { column, stems }: Name, telling: readonly string[]): boolean {
  const isFirm = written.some((word) => word.length > 2 && stems.includes(word))
  const isMeant = (word: string, own: string): boolean =>
    isSame(word, own) ||
    (isFirm && !isLexical(word) && isNear(word, own)) ||
    (column.role === 'time' && isCognate(word, own))
  const isAdded = (word: string): boolean => column.role === 'time' && timeWords.has(word)
  return written.every((word) => stems.includes(word) || isAdded(word) || telling.some((own) => isMeant(word, own)))
}

/** Can so few of its words name the column? */
function isPartOf(written: readonly string[], { column, stems }: Name): boolean {
  const most = stems.length + Number(column.role === 'time')
  const isNothing = stems.length > mostWordsOfName && written.every(isLexical)
  const isNamed = stems.length > 1 || column.role === 'time'
  return !isNotion(column) && isNamed && written.length < most + Number(stems.length === 1) && !isNothing
}

/** How much the words say that hold the head of the name, or do not. */
function baseOf(head: string, hasHead: boolean, { role }: SemanticColumn): number {
  if (hasHead) return 0.86
  if (kindWords.has(head)) return 0.56
  if (vague.has(head)) return 0.4
  // `hospitals` are no `hospital beds`: what a figure is of does not name it.
  return role === 'measure' ? 0.54 : 0.66
}

/** Some of a name's words: the one that says what it is counts most. */
function comparePart(written: readonly string[], name: Name): number {
  const { stems, weight } = name
  if (!isPartOf(written, name)) return 0
  const telling = stems.filter((word) => !vague.has(word))
  const said = written.filter((word) => !vague.has(word))
  if (said.length === 0) return weight < 1 ? 0 : compareEnding(written, stems)
  if (!areOfName(written, name, telling)) return 0
  const head = headOf(stems, telling)
  const hasHead = said.some((word) => isSame(word, head) || (said.length > 1 && isNear(word, head)))
  const part = baseOf(head, hasHead, name.column) + 0.1 * (said.length / Math.max(1, telling.length))
  return weight < 1 ? (hasHead ? part * weight * 0.93 : 0) : part
}

const scoreOf = (written: readonly string[], name: Name): number =>
  Math.max(compareWhole(written, name), comparePart(written, name))

/** Words that several columns could mean are a weaker sign of each. */
function shared(meant: readonly Mention[], words: readonly Word[]): readonly Mention[] {
  const isNamed = meant.some(({ score }) => score >= 0.99)
  // A name that is written out is meant, and not what only has it for a synonym.
  const found = isNamed ? meant.filter(({ score }) => score >= 0.99) : meant
  const usual = usualOf(found, words)
  if (usual !== null)
    return found.map((mention) => ({ ...mention, score: mention.score * (mention === usual ? 0.97 : 0.6) }))
  return found.map((mention) => {
    const rivals = countNotions(
      found
        .filter((other) => other.score >= mention.score - 0.02)
        .flatMap(({ meaning }) => (meaning.kind === 'column' ? [meaning.column] : [])),
    )
    const factor = mention.score >= 0.99 || rivals === 1 ? 1 : rivals === 2 ? 0.85 : 0.75
    return { ...mention, score: mention.score * factor }
  })
}

/** Columns of which one word is the name or a synonym, with a slip: `speices`. */
const misspelt = (written: string, model: SemanticModel): readonly SemanticColumn[] =>
  isLexical(written) || written.length < 5 || /(ed|ing|ers?)$/.test(written)
    ? []
    : model.columns.filter((column) =>
        [column.label, ...column.synonyms].some(
          (name) =>
            !name.includes(' ') && (isTypo(written, name.toLowerCase()) || isTypo(singular(written), singular(name))),
        ),
      )

function bestOf(names: readonly Name[], written: readonly string[]): Map<SemanticColumn, number> {
  const best = new Map<SemanticColumn, number>()
  for (const name of names) {
    const score = scoreOf(written, name)
    if (score > (best.get(name.column) ?? 0.4)) best.set(name.column, score)
  }
  return best
}

const isPlural = (word: Word | undefined): boolean => word !== undefined && singular(word.lower) !== word.lower

const questionWords = new Set(['who', 'which', 'what', 'when', 'where', 'whose', 'how'])
const leads = new Set(['by', 'per', 'each', 'every', 'of', 'column', 'across'])

/** A column called `who` is meant where something leads to it; else the word asks. */
const isAsking = (words: readonly Word[], from: number, to: number): boolean => {
  const word = words[from]
  const isAlone = to === from + 1 && word !== undefined && !word.isQuoted
  return isAlone && questionWords.has(word.lower) && !leads.has(words[from - 1]?.lower ?? '')
}

/** Words that lead to a moment, or ask for one. */
const ofMoments = new Set('on in before after by between during since until from at'.split(' '))

/** `hired` beside a hire date, `installed` of an installation date, `start on` beside a start date: what happens then. */
function isEvent(written: readonly Word[], { role, label }: SemanticColumn, next: Word | undefined): boolean {
  const [word, ...others] = written
  if (role !== 'time' || others.length > 0 || word === undefined) return false
  const event = stemsOf(label)
    .filter((own) => !vague.has(own) && !joins.has(own))
    .join(' ')
  const isDeed = word.lower.endsWith('ed')
  return event === word.stem ? isDeed || ofMoments.has(next?.lower ?? '') : isDeed && isCognate(word.stem, event)
}

/** `cost per kg`: the one column whose name ends with that unit. */
function measuredIn(words: readonly Word[], from: number, { columns }: SemanticModel): readonly Mention[] {
  const unit = words[from]?.stem ?? ''
  if (words[from - 1]?.lower !== 'per' || !units.includes(unit)) return []
  const [column, ...others] = columns.filter(
    ({ role, name }) => role === 'measure' && wordsOfName(name).length > 1 && stemsOf(name).at(-1) === unit,
  )
  if (column === undefined || others.length > 0) return []
  return [{ from, to: from + 1, meaning: { kind: 'column', column, isPlural: false }, score: 0.95 }]
}

/** `number of claims` counts them, though a column may be called `number`. */
const isCounting = ([first, ...others]: readonly Word[], next: Word | undefined): boolean =>
  others.length === 0 && first?.lower === 'number' && next?.lower === 'of'

/** Which columns the words may name: by name, label or synonym, whole or in part, with slips of the hand. */
export function findColumns(words: readonly Word[], model: SemanticModel): readonly Mention[] {
  const names = namesIn(model)
  const longest = Math.min(12, Math.max(1, ...names.map(({ stems }) => stems.length)) + 1)
  return words.flatMap((_, from) => {
    const found: Mention[] = [...measuredIn(words, from, model)]
    for (let to = from + 1; to <= Math.min(words.length, from + longest); to += 1) {
      const written = words.slice(from, to)
      if (written.some(({ lower }) => lower === ',') || isCounting(written, words[to])) break
      const stems = written.flatMap(({ isQuoted, text, stem: own }) => (isQuoted ? stemsOf(text) : [own]))
      const lower = written.map((word) => word.lower)
      const best = bestOf(names, stems)
      for (const column of best.size === 0 && to === from + 1 ? misspelt(lower[0] ?? '', model) : [])
        best.set(column, 0.82)
      const meant = [...best].map(([column, score]) => ({
        from,
        to,
        meaning: {
          kind: 'column' as const,
          column: nameForId(column, lower, model),
          isPlural: isPlural(written.at(-1)),
          ...(isEvent(written, column, words[to]) ? { isEvent: true } : {}),
        },
        score: isEvent(written, column, words[to]) ? 0.88 : isAsking(words, from, to) ? score * 0.5 : score,
      }))
      const isFiller = written.length === 1 && lightVerbs.has(written[0]?.lower ?? '')
      found.push(...shared(isFiller ? meant.filter(({ score }) => score >= 0.9) : meant, words))
    }
    return found
  })
}
