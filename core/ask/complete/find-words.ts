import type { SemanticModel } from '../../semantic/semantic-model.ts'
import type { Suggestion, Typed } from './completion.ts'
import { entriesOf, keysWith, type Entry } from './entries.ts'
import { likely, placeAfter } from './place.ts'
import type { Place } from './phrases.ts'

type Found = { readonly entry: Entry; readonly from: number; readonly weight: number }

const mostTyped = 4
const offered = 5
/** Of one kind, so that values of a long list do not hide everything else. */
const mostAlike = 4

/** Where the last one, two, … words before the caret begin. */
function starts(before: string): readonly number[] {
  const words = [...before.matchAll(/[\p{L}\p{N}"“][^\s,?]*/gu)].map(({ index }) => index)
  return /[\s,?]$/.test(before) ? [] : words.slice(-mostTyped)
}

/** A phrase belongs to its places; it may be found where nothing tells the place. 0: nowhere near. */
function weightAt({ kind, places, order, isFit }: Entry, place: Place): number {
  const isOut = kind === 'phrase' && !places.includes(place)
  const base = isOut ? (place === 'any' ? 0.25 : 0) : likely[place][kind]
  return base * (isFit ? 1 : 0.55) * (1 - Math.min(order, 40) * 0.004)
}

const firstWord = (text: string): string => /[\p{L}\p{N}]+/u.exec(text.toLowerCase())?.[0] ?? ''

/** Would the same word stand twice: `average average order value`? */
const repeats = (head: string, text: string): boolean =>
  /[\p{L}\p{N}]+(?=\s*$)/u.exec(head.toLowerCase())?.[0] === firstWord(text)

function foundFrom(from: number, { before, model }: { before: string; model: SemanticModel }): readonly Found[] {
  const typed = before.slice(from).toLowerCase().replace(/^["“]/, '')
  const place = placeAfter(before.slice(0, from), model)
  const words = typed.split(' ').length
  return keysWith(entriesOf(model), typed)
    .filter(({ key }) => key !== typed)
    .map(({ key, isInner, entry }) => {
      const share = typed.length / key.length
      const isMeant = (isInner ? 0.75 : 1) * (1 + 0.3 * (words - 1)) * (0.85 + 0.15 * share)
      return { entry, from, weight: weightAt(entry, place) * isMeant }
    })
    .filter(({ entry, weight }) => weight > 0 && !repeats(before.slice(0, from), entry.text))
}

/** What may follow where nothing of it is typed yet. */
function following({ before, model }: { before: string; model: SemanticModel }): readonly Found[] {
  const place = placeAfter(before, model)
  if (place === 'any') return []
  return entriesOf(model)
    .all.filter(({ kind, places }) => (kind === 'phrase' ? places.includes(place) : likely[place][kind] >= 0.5))
    .filter(({ text }) => !repeats(before, text))
    .map((entry) => ({ entry, from: before.length, weight: weightAt(entry, place) }))
}

/** Is a whole entry typed, so that the next may follow at once? */
const isWhole = (before: string, model: SemanticModel): boolean =>
  /[\p{L}\p{N}"]$/u.test(before) && placeAfter(before, model).startsWith('after')

/** The question with an entry in the place of what was typed of it, and a space to go on after it. */
function taken({ entry, from }: Found, { text, caret }: Typed): Suggestion {
  const head = text.slice(0, from)
  const gap = head === '' || /\s$/.test(head) ? '' : ' '
  const begin = `${head}${gap}${entry.text} `
  return {
    kind: entry.kind,
    text: entry.text,
    about: entry.about,
    question: `${begin}${text.slice(caret).trimStart()}`,
    caret: begin.length,
  }
}

/** The likeliest; of those that make the same question, one. */
function best(found: readonly Found[], typed: Typed): readonly Suggestion[] {
  const seen = new Set<string>()
  const counts = new Map<string, number>()
  const chosen: Suggestion[] = []
  for (const each of [...found].sort((a, b) => b.weight - a.weight)) {
    const suggestion = taken(each, typed)
    const count = counts.get(suggestion.kind) ?? 0
    if (seen.has(suggestion.question) || (suggestion.kind === 'value' && count >= mostAlike)) continue
    seen.add(suggestion.question)
    counts.set(suggestion.kind, count + 1)
    chosen.push(suggestion)
    if (chosen.length === offered) break
  }
  return chosen
}

/** Columns, values and phrases that may stand at the caret. Nothing is read for them. */
export function findWords(typed: Typed, model: SemanticModel): readonly Suggestion[] {
  const { text, caret } = typed
  const before = text.slice(0, caret)
  // Within a word nothing is completed.
  if (/^[\p{L}\p{N}]/u.test(text.slice(caret)) || before.trim() === '') return []
  const begun = starts(before).flatMap((from) => foundFrom(from, { before, model }))
  const next = /\s$/.test(before) || isWhole(before, model) ? following({ before, model }) : []
  return best([...begun, ...next], typed)
}
