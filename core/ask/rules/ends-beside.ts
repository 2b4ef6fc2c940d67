import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import type { Aggregate } from '../../semantic/vocabulary.ts'
import { wordsOfName } from '../../profile/name-words.ts'
import { isFlag, isNumeric } from '../compose/draft.ts'
import type { Mention, MentionOf } from '../mention.ts'
import { at, matches, maybe, step, wordsOfMatch, type Chart, type Match } from './chart.ts'
import type { Rule } from './rule.ts'

/** So many stand side by side at most. */
const mostFigures = 4

const isEnd = ({ meaning }: MentionOf<'rank'>): boolean => !meaning.isTime

/** Figures of one column, joined by commas or `and`, then the column. */
const patternOf = (figures: number) => [
  ...Array.from({ length: figures }, (_, place) => [
    ...(place === 0 ? [] : [step('and'), maybe('and')]),
    step(
      ['rank', 'aggregate'] as const,
      (mention) => mention.meaning.kind === 'aggregate' || isEnd(mention as MentionOf<'rank'>),
    ),
  ]).flat(),
  maybe('of'),
  step(
    'column',
    ({ meaning: { column } }) =>
      isNumeric(column) && !isFlag(column) && column.role !== 'id' && !('computedBy' in column),
  ),
]

/** What a mention computes of a column; null where it ranks by something else. */
function aggregateOf({ meaning }: Mention, column: SemanticColumn): Aggregate | null {
  if (meaning.kind === 'aggregate') return meaning.aggregate
  if (meaning.kind !== 'rank') return null
  const names = [...wordsOfName(column.label), ...wordsOfName(column.name)]
  const isOfColumn = meaning.of.length === 0 || meaning.of.some((word) => names.includes(word))
  return isOfColumn ? (meaning.direction === 'descending' ? 'max' : 'min') : null
}

function piece(chart: Chart, match: Match): readonly Mention[] {
  const named = at(match, match.mentions.length - 1, 'column')
  if (named === null) return []
  const { column } = named.meaning
  const figures = match.mentions.filter(
    (mention) => mention?.meaning.kind === 'rank' || mention?.meaning.kind === 'aggregate',
  )
  const aggregates = figures.map((mention) => (mention ? aggregateOf(mention, column) : null))
  const hasRank = figures.some((mention) => mention?.meaning.kind === 'rank')
  if (!hasRank || new Set(aggregates).size < figures.length) return []
  const words = wordsOfMatch(chart, match)
  const measures = aggregates.flatMap((aggregate) =>
    aggregate === null ? [] : [{ column, aggregate, isSaid: true, words }],
  )
  if (measures.length < figures.length) return []
  const score = 0.97 * named.score
  return [
    { from: match.from, to: match.to, score, meaning: { kind: 'piece', rule: 'ends beside', piece: { measures } } },
  ]
}

/** `youngest, oldest and average age`, `highest and lowest price`: figures of one column side by side. */
export const endsBesideRule: Rule = {
  spec: 'O3',
  find: (chart, from) =>
    Array.from({ length: mostFigures - 1 }, (_, more) => patternOf(more + 2)).flatMap((pattern) =>
      matches(chart, from, pattern).flatMap((match) => piece(chart, match)),
    ),
}
