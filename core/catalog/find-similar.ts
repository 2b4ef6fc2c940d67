import { wordsOfName } from '../profile/name-words.ts'
import type { Card, CardColumn } from './card.ts'
import type { Findable } from './search-catalog.ts'

export type Similar = {
  readonly dataset: string
  /** Labels of the columns that both have. */
  readonly shared: readonly string[]
  /** The shared columns that identify rows and share values, so the datasets can be joined by them. */
  readonly keys: readonly string[]
  /** Why it is shown, in a sentence. */
  readonly text: string
}

/** Minimum closeness in meaning without a shared column. */
const close = 0.5
const most = 5

const keyOf = ({ name }: CardColumn): string => wordsOfName(name).join(' ')

/** Columns that may match rows of two tables: equally named, and an id in at least one. */
const isKey = (a: CardColumn, b: CardColumn): boolean => a.role === 'id' || b.role === 'id'

function listed(labels: readonly string[]): string {
  const shown = labels.slice(0, 3)
  const rest = labels.length - shown.length
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

function sentence(shared: readonly string[], keys: readonly string[]): string {
  if (keys.length > 0) return `Also has ${listed(keys)}; could be combined.`
  return shared.length > 0 ? `Also has ${listed(shared)}.` : 'Is about something alike.'
}

/** Equally named id columns of both; joinable if they share values. */
export type Joint = { readonly label: string; readonly own: string; readonly other: string }
export type Likeness = {
  readonly dataset: string
  readonly shared: readonly string[]
  readonly joints: readonly Joint[]
  /** True if columns or words are similar, regardless of joints. */
  readonly isAlike: boolean
}

function compare(mine: ReadonlyMap<string, CardColumn>, { dataset, card, closeness }: Findable) {
  const pairs = card.columns.flatMap((column) => {
    const own = mine.get(keyOf(column))
    return own ? [{ label: own.label, own: own.name, other: column.name, isKey: isKey(own, column) }] : []
  })
  const shared = pairs.map(({ label }) => label)
  const joints = pairs.filter((pair) => pair.isKey).map(({ label, own, other }) => ({ label, own, other }))
  const share = shared.length / Math.max(1, Math.min(mine.size, card.columns.length))
  const score = share + closeness + (joints.length > 0 ? 1 : 0)
  const isAlike = share >= 0.3 || closeness >= close
  return { likeness: { dataset, shared, joints, isAlike }, score }
}

/** The most similar datasets: by shared columns, then by subject. */
export function findSimilar(card: Card, others: readonly Findable[]): readonly Likeness[] {
  const mine = new Map(card.columns.map((column) => [keyOf(column), column]))
  return others
    .map((other) => compare(mine, other))
    .filter(({ likeness: { joints, isAlike } }) => joints.length > 0 || isAlike)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ likeness }) => likeness)
}

/** Describes a likeness with the joints that share values; null if nothing remains. */
export function describeLikeness({ dataset, shared, isAlike }: Likeness, joints: readonly Joint[]): Similar | null {
  if (joints.length === 0 && !isAlike) return null
  const keys = joints.map(({ label }) => label)
  return { dataset, shared, keys, text: sentence(shared, keys) }
}
