import { onceFor } from '../../once-for.ts'
import { inSentence } from '../../charts/labels.ts'
import { isQuantity } from '../../query/type-rules.ts'
import type { SemanticColumn, SemanticModel } from '../../semantic/semantic-model.ts'
import { askable } from '../askable.ts'
import { isMoment } from '../compose/draft.ts'
import { isLexical } from '../lexicon.ts'
import { wordsOf } from '../words.ts'
import { phrasesFor, type Place } from './phrases.ts'

/** What a word of a question may be. */
export type EntryKind = 'figure' | 'group' | 'time' | 'value' | 'phrase'

/** Something that can be named in a question. */
export type Entry = {
  readonly kind: EntryKind
  /** As it is written into the question. */
  readonly text: string
  readonly about: string
  /** Where a phrase belongs; empty: wherever its kind does. */
  readonly places: readonly Place[]
  /** Earlier columns and more frequent values go first. */
  readonly order: number
  /** False for what is seldom asked after: ids, and columns of which each row has another value. */
  readonly isFit: boolean
}

/** What must be typed for an entry, lower case; within a name a word may begin it, too. */
type Key = { readonly key: string; readonly isInner: boolean; readonly entry: Entry }

const mostValues = 200
const longestValue = 40

const kindOf = (column: SemanticColumn): EntryKind => {
  if (isMoment(column) || column.role === 'time') return 'time'
  return column.role === 'measure' && isQuantity(column.type) ? 'figure' : 'group'
}

const lower = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, ' ').trim()

/** The key, and what follows each space in it. */
function keysOf(text: string, entry: Entry): readonly Key[] {
  const key = lower(text).replace(/^[“"]|[”"]$/g, '')
  const inner = [...key.matchAll(/ (?=[\p{L}\p{N}])/gu)].map(({ index }) => key.slice(index + 1))
  return [{ key, isInner: false, entry }, ...inner.map((each) => ({ key: each, isInner: true, entry }))]
}

/** Does the column group rows, or measure them? Ids and free texts do neither. */
const isFit = ({ role, distinct, isSensitive }: SemanticColumn): boolean =>
  role === 'measure' || role === 'time' || (role === 'dimension' && distinct > 1 && distinct <= 500 && !isSensitive)

function keysOfColumn(column: SemanticColumn, order: number): readonly Key[] {
  const kind = kindOf(column)
  const text = inSentence(column.label)
  const entry = { kind, text, about: 'Column', places: [], order, isFit: isFit(column) } as const
  const called = column.synonyms.map((name) => ({
    key: lower(name),
    isInner: false,
    entry: { ...entry, about: `Column, also “${name}”` },
  }))
  return [...keysOf(text, entry), ...called]
}

/** A value as a question names it: quoted where its words would be read as something else. */
function written(value: string): string | null {
  const words = wordsOf(value)
  const isPlain =
    words.length > 0 && /^[\p{L}\p{N}' -]+$/u.test(value) && !words.some(({ lower: word }) => isLexical(word))
  if (isPlain && /^\p{L}/u.test(value)) return value
  return value.includes('"') || value.trim() === '' ? null : `"${value}"`
}

const keysOfValues = ({ values, label, type, role }: SemanticColumn): readonly Key[] =>
  type !== 'text' || role === 'text'
    ? []
    : values.slice(0, mostValues).flatMap((value, order) => {
        const text = value.length > longestValue ? null : written(value)
        return text === null
          ? []
          : keysOf(value, {
              kind: 'value',
              text,
              about: `Value of ${label}`,
              places: [],
              order: order + 1,
              isFit: true,
            })
      })

/** Everything that can be named in questions about a model, in order of its keys, so that a beginning is found at once. */
export type Entries = { readonly keys: readonly Key[]; readonly all: readonly Entry[] }

function make(model: SemanticModel): Entries {
  const { columns } = askable(model)
  const phrases = phrasesFor(model).flatMap((phrase, order) => {
    const entry: Entry = { kind: 'phrase', about: 'Phrase', order, isFit: true, ...phrase }
    return [{ key: lower(phrase.text), isInner: false, entry }]
  })
  const named = columns.flatMap(keysOfColumn)
  const keys = [...phrases, ...named, ...columns.flatMap(keysOfValues)]
  return {
    keys: keys.filter(({ key }) => key !== '').sort((a, b) => (a.key < b.key ? -1 : 1)),
    all: [...new Set(keys.map(({ entry }) => entry))],
  }
}

/** Worked out once for a model. */
export const entriesOf = onceFor(make)

/** The first key that is not before the text. */
function placeOf({ keys }: Entries, text: string): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((keys[middle]?.key ?? '') < text) low = middle + 1
    else high = middle
  }
  return low
}

const mostScanned = 400

/** Keys that begin with the text. */
export function keysWith(entries: Entries, text: string): readonly Key[] {
  const from = placeOf(entries, text)
  const found: Key[] = []
  for (let at = from; at < Math.min(entries.keys.length, from + mostScanned); at += 1) {
    const key = entries.keys[at]
    if (!key?.key.startsWith(text)) break
    found.push(key)
  }
  return found
}

/** What is called just that. */
export const entriesCalled = (entries: Entries, text: string): readonly Entry[] =>
  keysWith(entries, text)
    .filter(({ key, isInner }) => key === text && !isInner)
    .map(({ entry }) => entry)
