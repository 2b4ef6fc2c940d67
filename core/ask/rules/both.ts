import type { Scalar } from '../../query/filter.ts'
import { isKind, type Mention, type MentionOf } from '../mention.ts'
import { textOf } from '../words.ts'
import { endingAt, type Chart } from './chart.ts'
import { groupsWith, pieceOfHaving } from './having.ts'
import type { DraftFilter, Piece } from './piece.ts'
import type { Rule } from './rule.ts'

type Value = MentionOf<'value'>

const valuesAt = ({ starting }: Chart, at: number): readonly Value[] =>
  (starting[at] ?? []).filter((mention) => isKind(mention, 'value'))

/** The two values after `both`, of one column. */
const pairsAfter = (chart: Chart, from: number): readonly (readonly [Value, Value])[] =>
  valuesAt(chart, from).flatMap((first) => {
    const isJoined = chart.words[first.to]?.lower === 'and'
    const seconds = isJoined ? valuesAt(chart, first.to + 1) : []
    return seconds
      .filter(({ meaning }) => meaning.column === first.meaning.column)
      .map((second) => [first, second] as const)
  })

/** Those that have both: groups in which two different values stand. Of rows, which have one each, either will do. */
function pieceOf(chart: Chart, from: number, [first, second]: readonly [Value, Value]): Piece {
  const { column } = first.meaning
  const values: readonly Scalar[] = [...first.meaning.values, ...second.meaning.values]
  const words = textOf(chart.words.slice(from, second.to))
  const filter: DraftFilter = {
    filter: { op: 'in', column: column.name, values: [...values] },
    column,
    text: `${column.label} is ${values.join(' or ')}`,
    words,
    isTime: false,
  }
  const measure = { column, aggregate: 'distinct' as const, isSaid: true, words }
  const subject = groupsWith(chart, from, measure)
  if (subject === null) return { filters: [filter] }
  const text = `${subject.column.label} with ${values.join(' and ')}`
  return { filters: [filter], ...pieceOfHaving(subject, { measure, op: 'equal', value: values.length, text, words }) }
}

/** `customers who ordered both Lamp and Chair`. */
export const bothRule: Rule = {
  spec: 'K35',
  find: (chart, from): readonly Mention[] => {
    if (chart.words[from]?.lower !== 'both' || endingAt(chart.starting, from).length === 0) return []
    return pairsAfter(chart, from + 1).map((pair) => ({
      from,
      to: pair[1].to,
      score: 0.97 * Math.min(pair[0].score, pair[1].score),
      meaning: { kind: 'piece', rule: 'both', piece: pieceOf(chart, from, pair) },
    }))
  },
}
