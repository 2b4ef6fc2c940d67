import { inUnitOf } from '../candidates/units.ts'
import { formatCell } from '../../format/format-cell.ts'
import { isKind, type Kind, type Mention, type MentionOf } from '../mention.ts'
import { isMeasure, isMoment, isUnique } from '../compose/draft.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import { at, matches, maybe, step, surenessOf, wordsOfMatch, type Chart, type Match } from './chart.ts'
import { countOf, usualAggregate } from './operand.ts'
import type { DraftGroup, DraftHaving, DraftMeasure, Piece } from './piece.ts'
import type { Rule } from './rule.ts'
import { columnOfVerb } from './verbs.ts'

type Op = DraftHaving['op']
const says: Record<Op, string> = {
  less: 'under',
  lessOrEqual: 'at most',
  greater: 'over',
  greaterOrEqual: 'at least',
  equal: 'exactly',
}
const isOp = (op: string): op is Op => op in says

export type Subject = Pick<DraftGroup, 'column' | 'grain'> & {
  readonly score: number
  readonly from: number
  readonly to: number
  /** Do words such as `how many` lead to it? */
  readonly isCounted: boolean
}

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

/** Is it what `how many`, `number of` or `share of` asks for? */
function isCountedAt(chart: Chart, place: number): boolean {
  const isLed = (end: number): boolean =>
    chart.starting
      .slice(0, end)
      .flat()
      .some(({ to, meaning }) => to === end && (meaning.kind === 'count' || meaning.kind === 'share'))
  const isLink = (chart.starting[place - 1] ?? []).some(({ meaning }) =>
    ['of', 'filler', 'distinct'].includes(meaning.kind),
  )
  return isLed(place) || (isLink && isLed(place - 1))
}

/** Days, months and other periods, of which the rows hold several each. */
function periodAt(chart: Chart, place: number): Subject | null {
  const found = (chart.starting[place] ?? []).find((mention) => isKind(mention, 'grain'))
  const column = chart.model.columns.find(({ name }) => name === chart.model.timeColumn)
  if (!found || found.meaning.kind !== 'grain' || !column || !isMoment(column)) return null
  if (found.meaning.grain === 'day' && isOfOneRow(column, chart)) return null
  const { score, to, meaning } = found
  return { column, grain: meaning.grain, score, from: place, to, isCounted: isCountedAt(chart, place) }
}

const subjectOf = ({ from, to, score }: Mention, column: SemanticColumn, isCounted: boolean): Subject => ({
  column,
  grain: null,
  score,
  from,
  to,
  isCounted,
})

/**
 * The groups that a condition is of: the nearest dimension named before it, of which the rows hold several each; or the
 * nearest that is counted.
 */
export function subjectBefore(chart: Chart, from: number, isCountedOnly = false): Subject | null {
  for (let place = from - 1; place >= 0; place -= 1) {
    if (isCountedOnly && !isCountedAt(chart, place)) continue
    const found = subjectAt(chart, place, from)
    if (found !== 'none') return found
  }
  return null
}

/** The groups that the noun of a place stands for; null where it stands for the rows, `none` where it is no such noun. */
function subjectAt(chart: Chart, place: number, before: number): Subject | null | 'none' {
  const period = periodAt(chart, place)
  if (period) return period
  const found = nounAt(chart, place, before)
  if (found === undefined) return 'none'
  const column = found.meaning.kind === 'entity' ? found.meaning.names : groupingOf(found)
  if (found.meaning.kind === 'entity') return column ? subjectOf(found, column, isCountedAt(chart, found.from)) : null
  if (column === undefined) return 'none'
  return isOfOneRow(column, chart) ? null : subjectOf(found, column, isCountedAt(chart, found.from))
}

/** A column that groups, and is neither measured nor of time. */
function groupingOf({ meaning }: Mention): SemanticColumn | undefined {
  if (meaning.kind !== 'column' || isMeasure(meaning.column) || meaning.column.role === 'time') return undefined
  return meaning.column
}

/** What a figure is of does not name it: the `hospitals` of `hospital beds` are counted. */
const surelyMeasured = 0.62

/** `More than 5 times` counts rows, though a column may be of times. */
const isTimes = ({ words }: Chart, mention: Mention | null | undefined): boolean =>
  mention != null && mention.to === mention.from + 1 && words[mention.from]?.lower === 'times'

function measuredAt(match: Match, place: number): SemanticColumn | null {
  const named = at(match, place, 'column')
  return named && isMeasure(named.meaning.column) && named.score >= surelyMeasured ? named.meaning.column : null
}

/** What the number counts or measures: a noun, or a measure with its aggregate. */
function measured(chart: Chart, match: Match, places: readonly number[]): DraftMeasure | null {
  const words = wordsOfMatch(chart, match)
  const aggregate = match.mentions.find((mention) => mention?.meaning.kind === 'aggregate')?.meaning
  for (const place of places) {
    if (isTimes(chart, match.mentions[place])) continue
    const column = measuredAt(match, place)
    if (column) {
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

/** Does the question ask how many of something there are? */
const asksHowMany = ({ words: [first, second] }: Chart): boolean => first?.lower === 'how' && second?.lower === 'many'

/** Periods are kept by what adds up: the days with a temperature over 60 are rows. */
const adds = ({ aggregate }: DraftMeasure): boolean => ['count', 'distinct', 'sum'].includes(aggregate)

/** The groups that a figure of each is a condition of; null where the words name none, or count something else. */
export function groupsWith(chart: Chart, from: number, measure: DraftMeasure): Subject | null {
  const subject = subjectBefore(chart, from, asksHowMany(chart))
  if (subject === null || subject.column === measure.column) return null
  return subject.grain !== null && !adds(measure) ? null : subject
}

const light = new Set<Kind>(['has', 'filler', 'is'])

/** Where a condition begins: at a period that stands just before it, which it then is of, else where it says. */
export function startOf(chart: Chart, { grain, from, to }: Subject, start: number): number {
  const between = chart.starting.slice(to, start)
  const isNear = between.every((mentions) => mentions.some(({ meaning }) => light.has(meaning.kind)))
  return grain !== null && isNear ? from : start
}

/** A condition on groups, and the groups. */
export function pieceOfHaving({ column, grain, isCounted }: Subject, condition: DraftHaving): Piece {
  const group = { column, grain, bins: null, words: '', isSubject: true, isPlural: true }
  return { havings: [condition], groups: [group], ...(isCounted ? { countsGroups: true } : {}) }
}

function having(chart: Chart, match: Match, measure: DraftMeasure | null): readonly Mention[] {
  const [compare, amount] = [firstOf(match, 'compare'), firstOf(match, 'amount')]
  if (measure === null || !compare || !amount || !isOp(compare.comparison)) return []
  const subject = groupsWith(chart, match.from, measure)
  if (subject === null) return []
  const value = measure.column ? inUnitOf(amount.value, amount.unit, measure.column) : amount.value
  const words = wordsOfMatch(chart, match)
  const label = measure.column?.label.toLowerCase() ?? 'rows'
  const told = formatCell(value, measure.column?.format ?? 'number')
  const op = compare.comparison
  const text = `${subject.column.label} with ${says[op]} ${told} ${label}`
  const piece = pieceOfHaving(subject, { measure, op, value, text, words })
  return [
    {
      from: startOf(chart, subject, match.from),
      to: match.to,
      score: 0.96 * surenessOf(match),
      meaning: { kind: 'piece', rule: 'having', piece },
    },
  ]
}

/** `customers who spent over 1000`: what they spent in all. */
function spent(chart: Chart, from: number): readonly Mention[] {
  const column = /^spen[dt]s?$/.test(chart.words[from]?.lower ?? '') ? columnOfVerb(chart, from) : null
  if (!column?.aggregates.includes('sum')) return []
  return matches(chart, from + 1, [step('compare'), step('amount')]).flatMap((match) => {
    const whole = { ...match, from }
    return having(chart, whole, { column, aggregate: 'sum', isSaid: true, words: wordsOfMatch(chart, whole) })
  })
}

/** `how many days did sales exceed 5000`: of periods, which no row has a figure of. */
function ofPeriods(chart: Chart, from: number): readonly Mention[] {
  return matches(chart, from, [step('column'), step('compare'), step('amount')]).flatMap((match) => {
    const measure = measured(chart, match, [0])
    const subject = measure && asksHowMany(chart) ? groupsWith(chart, from, measure) : null
    return subject !== null && subject.grain !== null ? having(chart, match, measure) : []
  })
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
      ...spent(chart, from),
      ...ofPeriods(chart, from),
    ]
  },
}
