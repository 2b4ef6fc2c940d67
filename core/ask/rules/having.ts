import { inUnitOf } from '../candidates/units.ts'
import { formatCell } from '../../format/format-cell.ts'
import { isKind, type Kind, type Mention, type MentionOf } from '../mention.ts'
import { isMeasure, isUnique } from '../compose/draft.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import { at, matches, maybe, step, surenessOf, wordsOfMatch, type Chart, type Match } from './chart.ts'
import { countOf, usualAggregate } from './operand.ts'
import type { DraftHaving, DraftMeasure } from './piece.ts'
import type { Rule } from './rule.ts'

type Op = DraftHaving['op']
const says: Record<Op, string> = { less: 'under', lessOrEqual: 'at most', greater: 'over', greaterOrEqual: 'at least' }
const isOp = (op: string): op is Op => op in says

type Subject = { readonly column: SemanticColumn; readonly score: number }

const mostWords = 4

/** The likeliest noun that a word is part of and that ends before another: `dropoff boroughs`, not `boroughs`. */
const nounAt = (chart: Chart, place: number, before: number): Mention | undefined =>
  chart.starting
    .slice(Math.max(0, place - mostWords + 1), place + 1)
    .flat()
    .filter(
      ({ meaning, to, score }) =>
        to > place && to <= before && score > 0.55 && (meaning.kind === 'column' || meaning.kind === 'entity'),
    )
    .sort((a, b) => b.score * (b.to - b.from) - a.score * (a.to - a.from))[0]

/** Does each row have its own, so that its groups are the rows? */
const isOfOneRow = (column: SemanticColumn, { model }: Chart): boolean =>
  isUnique(column, model) || column.distinct > model.rows * 0.9

/** The groups that a condition is of: the nearest dimension named before it, of which the rows hold several each. */
export function subjectBefore(chart: Chart, from: number): Subject | null {
  for (let place = from - 1; place >= 0; place -= 1) {
    const found = nounAt(chart, place, from)
    if (found?.meaning.kind === 'entity')
      return found.meaning.names ? { column: found.meaning.names, score: found.score } : null
    if (found?.meaning.kind !== 'column') continue
    const { column } = found.meaning
    if (isMeasure(column) || column.role === 'time') continue
    return isOfOneRow(column, chart) ? null : { column, score: found.score }
  }
  return null
}

/** What the number counts or measures: a noun, or a measure with its aggregate. */
function measured(chart: Chart, match: Match, places: readonly number[]): DraftMeasure | null {
  const words = wordsOfMatch(chart, match)
  const aggregate = match.mentions.find((mention) => mention?.meaning.kind === 'aggregate')?.meaning
  for (const place of places) {
    const column = at(match, place, 'column')?.meaning.column
    if (column && isMeasure(column)) {
      const said = aggregate?.kind === 'aggregate' ? aggregate.aggregate : null
      return { column, aggregate: said ?? usualAggregate(column), isSaid: said !== null, words }
    }
    const [count] = match.mentions[place] ? countOf(chart, match, place) : []
    if (count) return { column: count.column, aggregate: count.aggregate, isSaid: true, words }
  }
  return null
}

const firstOf = <K extends Kind>(match: Match, kind: K): MentionOf<K>['meaning'] | undefined =>
  match.mentions.find((mention): mention is MentionOf<K> => isKind(mention ?? undefined, kind))?.meaning

/** How many groups meet a condition is no figure that one Query computes. */
const asksHowMany = ({ words: [first, second] }: Chart): boolean => first?.lower === 'how' && second?.lower === 'many'

function having(chart: Chart, match: Match, measure: DraftMeasure | null): readonly Mention[] {
  const [compare, amount] = [firstOf(match, 'compare'), firstOf(match, 'amount')]
  if (asksHowMany(chart)) return []
  if (measure === null || !compare || !amount || !isOp(compare.comparison)) return []
  const subject = subjectBefore(chart, match.from)
  if (subject === null || subject.column === measure.column) return []
  const value = measure.column ? inUnitOf(amount.value, amount.unit, measure.column) : amount.value
  const words = wordsOfMatch(chart, match)
  const label = measure.column?.label.toLowerCase() ?? 'rows'
  const told = formatCell(value, measure.column?.format ?? 'number')
  const text = `${subject.column.label} with ${says[compare.comparison]} ${told} ${label}`
  const group = { column: subject.column, grain: null, bins: null, words: '', isSubject: true, isPlural: true }
  const piece = { havings: [{ measure, op: compare.comparison, value, text, words }], groups: [group] }
  return [
    {
      from: match.from,
      to: match.to,
      score: 0.96 * surenessOf(match),
      meaning: { kind: 'piece', rule: 'having', piece },
    },
  ]
}

/** `cities with more than 100 orders`, `states with total sales over 5000`: conditions on groups. */
export const havingRule: Rule = {
  spec: 'K2',
  find: (chart, from) => {
    const counted = matches(chart, from, [
      maybe('has'),
      step('compare'),
      step('amount'),
      maybe('distinct'),
      step(['entity', 'column', 'unknown']),
    ])
    const measuredFirst = matches(chart, from, [
      maybe('has'),
      step('aggregate'),
      maybe('of'),
      step('column'),
      maybe('is'),
      step('compare'),
      step('amount'),
    ])
    const averaging = matches(chart, from, [
      step('aggregate'),
      step('compare'),
      step('amount'),
      maybe('in'),
      step('column'),
    ])
    const bare = matches(chart, from, [step('has'), step('column'), maybe('is'), step('compare'), step('amount')])
    const after = matches(chart, from, [
      maybe('has'),
      step('compare'),
      step('amount'),
      maybe('in'),
      maybe('aggregate'),
      step('column'),
    ])
    const atLeast = matches(chart, from, [
      maybe('has'),
      step('amount'),
      step('compare'),
      step(['entity', 'column', 'unknown']),
    ])
    return [
      ...counted.flatMap((match) => having(chart, match, measured(chart, match, [4]))),
      ...measuredFirst.flatMap((match) => having(chart, match, measured(chart, match, [3]))),
      ...averaging.flatMap((match) => having(chart, match, measured(chart, match, [4]))),
      ...bare.flatMap((match) => having(chart, match, measured(chart, match, [1]))),
      ...after.flatMap((match) => having(chart, match, measured(chart, match, [5]))),
      ...atLeast.flatMap((match) => having(chart, match, measured(chart, match, [3]))),
    ]
  },
}
