import { singular, wordsOfName } from '../profile/name-words.ts'
import type { Card } from './card.ts'

/** Where a question matched a dataset. */
export const places = ['name', 'tag', 'column', 'description', 'meaning'] as const
type Place = (typeof places)[number]

export type Hit = {
  readonly dataset: string
  readonly place: Place
  /** The matching name, tag or column labels; empty for description and meaning. */
  readonly met: readonly string[]
}

/** A searchable dataset and its closeness in meaning to the question, 0 to 1. */
export type Findable = { readonly dataset: string; readonly card: Card; readonly closeness: number }

type Field = { readonly place: Place; readonly text: string; readonly words: readonly string[] }

const weights: Readonly<Record<Place, number>> = { name: 4, tag: 3, column: 2, description: 1.5, meaning: 1 }

/** Minimum closeness to show a dataset without a matching word. */
const close = 0.55

const wordsIn = (text: string): readonly string[] => wordsOfName(text).map(singular)

function fieldsOf({ name, description, tags, columns }: Card): readonly Field[] {
  return [
    { place: 'name', text: name, words: wordsIn(name) },
    ...tags.map((tag) => ({ place: 'tag', text: tag, words: wordsIn(tag) }) as const),
    ...columns.flatMap(({ label, name: column, words }): readonly Field[] => [
      { place: 'column', text: label, words: wordsIn(`${label} ${column}`) },
      { place: 'meaning', text: label, words: words.flatMap(wordsIn) },
    ]),
    { place: 'description', text: '', words: wordsIn(description) },
  ]
}

/** A whole word scores more than a prefix, and a match in a short list more than in a long one. */
function likeness(asked: string, words: readonly string[]): number {
  if (words.includes(asked)) return 1
  return words.some((word) => word.startsWith(asked)) ? 0.7 : 0
}

type Met = { readonly field: Field; readonly score: number }

function bestOf(asked: string, fields: readonly Field[]): Met | null {
  const met = fields
    .map((field) => ({
      field,
      score: likeness(asked, field.words) * (weights[field.place] + 0.5 / field.words.length),
    }))
    .filter(({ score }) => score > 0)
  return met.sort((a, b) => b.score - a.score)[0] ?? null
}

function hitOf({ dataset }: Findable, met: readonly Met[]): Hit {
  const [first] = [...met].sort((a, b) => b.score - a.score)
  if (!first) return { dataset, place: 'meaning', met: [] }
  const alike = met.filter(({ field }) => field.place === first.field.place && field.text !== '')
  return { dataset, place: first.field.place, met: [...new Set(alike.map(({ field }) => field.text))] }
}

/** Datasets that match a question, best first: every word matches somewhere, or the meaning is close. */
export function searchCatalog(all: readonly Findable[], question: string): readonly Hit[] {
  const asked = [...new Set(wordsIn(question))]
  if (asked.length === 0) return []
  return all
    .map((findable) => {
      const fields = fieldsOf(findable.card)
      const met = asked.map((word) => bestOf(word, fields)).filter((each) => each !== null)
      const isWhole = met.length === asked.length
      const words = met.reduce((sum, { score }) => sum + score, 0) / asked.length
      const score = (isWhole ? 10 + words : 0) + findable.closeness
      return { hit: hitOf(findable, met), score, isShown: isWhole || findable.closeness >= close }
    })
    .filter(({ isShown }) => isShown)
    .sort((a, b) => b.score - a.score)
    .map(({ hit }) => hit)
}
