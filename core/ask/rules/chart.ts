import type { SemanticModel } from '../../semantic/semantic-model.ts'
import { isKind, type Kind, type Mention, type MentionOf } from '../mention.ts'
import { textOf, type Word } from '../words.ts'

/** What is known of a question while it is parsed: its words, and every piece that starts at each. */
export type Chart = {
  readonly model: SemanticModel
  readonly words: readonly Word[]
  readonly starting: readonly (readonly Mention[])[]
}

/** One step of a pattern: a piece of one of these kinds that passes the test. */
export type Step<K extends Kind = Kind> = {
  readonly kinds: readonly K[]
  readonly test?: (mention: MentionOf<K>) => boolean
  readonly isOptional?: boolean
}

export type Match = { readonly mentions: readonly (Mention | null)[]; readonly from: number; readonly to: number }

export const step = <K extends Kind>(kinds: K | readonly K[], test?: (mention: MentionOf<K>) => boolean): Step =>
  ({ kinds: typeof kinds === 'string' ? [kinds] : kinds, ...(test ? { test } : {}) }) as unknown as Step

export const maybe = <K extends Kind>(kinds: K | readonly K[], test?: (mention: MentionOf<K>) => boolean): Step => ({
  ...step(kinds, test),
  isOptional: true,
})

/** So many ways to match one pattern at one place are looked at. */
const beam = 24
const mostSkipped = 2

const isSkipped = ({ meaning, to, from }: Mention): boolean => meaning.kind === 'filler' && to === from + 1

/** Where a piece may start that follows this place: here, or behind words without a meaning. */
function placesFrom(chart: Chart, at: number): readonly number[] {
  const places = [at]
  for (let next = at; next < at + mostSkipped; next += 1) {
    if (!(chart.starting[next] ?? []).some(isSkipped)) break
    places.push(next + 1)
  }
  return places
}

const fits = (one: Step, mention: Mention): boolean =>
  one.kinds.includes(mention.meaning.kind) && (one.test === undefined || one.test(mention as never))

type Partial = { readonly mentions: readonly (Mention | null)[]; readonly to: number }

function advance(chart: Chart, one: Step, partial: Partial): readonly Partial[] {
  const found = (partial.mentions.length === 0 ? [partial.to] : placesFrom(chart, partial.to)).flatMap((place) =>
    (chart.starting[place] ?? [])
      .filter((mention) => fits(one, mention))
      .map((mention) => ({ mentions: [...partial.mentions, mention], to: mention.to })),
  )
  return one.isOptional ? [...found, { ...partial, mentions: [...partial.mentions, null] }] : found
}

/** The ways in which pieces that follow one another from a word on match a pattern; a step left out is null. */
export function matches(chart: Chart, from: number, pattern: readonly Step[]): readonly Match[] {
  let partials: readonly Partial[] = [{ mentions: [], to: from }]
  for (const one of pattern) {
    partials = partials.flatMap((partial) => advance(chart, one, partial)).slice(0, beam)
    if (partials.length === 0) return []
  }
  return partials.filter(({ to }) => to > from).map(({ mentions, to }) => ({ mentions, from, to }))
}

/** The pieces that end where a word starts. */
export const endingAt = (starting: Chart['starting'], to: number): readonly Mention[] =>
  starting.slice(0, to).flatMap((mentions) => mentions.filter((mention) => mention.to === to))

/** The piece at a place of a match, of that kind. */
export const at = <K extends Kind>({ mentions }: Match, place: number, kind: K): MentionOf<K> | null => {
  const mention = mentions[place] ?? undefined
  return isKind(mention, kind) ? mention : null
}

export const wordsOfMatch = (chart: Chart, { from, to }: Pick<Match, 'from' | 'to'>): string =>
  textOf(chart.words.slice(from, to))

/** How surely a match means what its columns and values say. */
export const surenessOf = ({ mentions }: Match): number =>
  mentions.reduce(
    (product, mention) =>
      mention?.meaning.kind === 'column' || mention?.meaning.kind === 'value' ? product * mention.score : product,
    1,
  )
