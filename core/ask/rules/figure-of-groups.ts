import type { Mention } from '../mention.ts'
import { isMeasure, isMoment } from '../compose/draft.ts'
import { at, matches, maybe, step, wordsOfMatch, type Chart } from './chart.ts'
import { countOf, operandsAt, type Operand, usualAggregate } from './operand.ts'
import type { DraftGroup, DraftOver } from './piece.ts'
import type { Rule } from './rule.ts'

const figures = ['mean', 'median', 'min', 'max'] as const
type Figure = DraftOver['figure']

type Led = { readonly figure: Figure; readonly to: number }

const isFigure = (aggregate: string): aggregate is (typeof figures)[number] => figures.some((one) => one === aggregate)

/** `average`, `median`, `distribution of the`: what is asked of the figures of groups. */
function figuresAt(chart: Chart, from: number): readonly Led[] {
  // `7-day moving average of daily revenue` is a window.
  if (/^(moving|rolling|running)$/.test(chart.words[from - 1]?.lower ?? '')) return []
  return matches(chart, from, [step(['aggregate', 'distribution']), maybe('of')]).flatMap((match) => {
    const aggregate = at(match, 0, 'aggregate')?.meaning.aggregate
    const figure = aggregate ?? 'distribution'
    return figure === 'distribution' || isFigure(figure) ? [{ figure, to: match.to }] : []
  })
}

/** `team size`, `class size`: of how many rows a group is. */
const sized = /^(?:team|group|class|party|crew|basket|cart|household) (?:size|sizes)$/

function sizesAt(chart: Chart, from: number): readonly Operand[] {
  const words = chart.words
    .slice(from, from + 2)
    .map(({ lower }) => lower)
    .join(' ')
  if (!sized.test(words) || chart.starting[from]?.some(({ meaning }) => meaning.kind === 'column')) return []
  return [{ column: null, aggregate: 'count', isSaid: true, label: 'rows', from, to: from + 2, score: 0.95, words }]
}

/** `orders`: what is counted, where nothing but its plural says so. */
const nounsAt = (chart: Chart, from: number): readonly Operand[] =>
  matches(chart, from, [step('entity')]).flatMap((match) => countOf(chart, match, 0))

const isCount = ({ aggregate }: Operand): boolean => aggregate === 'count' || aggregate === 'distinct'

/** What adds up over the rows of a group. */
const addsUp = ({ column, aggregate }: Operand): boolean =>
  aggregate === 'sum' && column !== null && column.aggregates.includes('sum') && usualAggregate(column) === 'sum'

const innersAt = (chart: Chart, from: number): readonly Operand[] =>
  [...operandsAt(chart, from), ...nounsAt(chart, from), ...sizesAt(chart, from)].filter(
    (operand) => isCount(operand) || addsUp(operand),
  )

type Grouped = { readonly group: DraftGroup; readonly to: number; readonly score: number }

const groupOf = (group: Pick<DraftGroup, 'column' | 'grain' | 'words'>): DraftGroup => ({
  ...group,
  bins: null,
  isSubject: true,
  isPlural: false,
})

function periodsAt(chart: Chart, from: number): readonly Grouped[] {
  const column = chart.model.columns.find(({ name }) => name === chart.model.timeColumn)
  if (!column || !isMoment(column)) return []
  return matches(chart, from, [step('grain')]).flatMap((match) => {
    const grain = at(match, 0, 'grain')?.meaning.grain
    if (grain === undefined) return []
    return [{ group: groupOf({ column, grain, words: wordsOfMatch(chart, match) }), to: match.to, score: 1 }]
  })
}

function columnsAt(chart: Chart, from: number): readonly Grouped[] {
  return matches(chart, from, [step('column')]).flatMap((match) => {
    const found = at(match, 0, 'column')
    if (!found || isMeasure(found.meaning.column) || found.meaning.column.role === 'time') return []
    const { column } = found.meaning
    if (column.distinct > chart.model.rows * 0.9) return []
    return [
      { group: groupOf({ column, grain: null, words: wordsOfMatch(chart, match) }), to: match.to, score: found.score },
    ]
  })
}

type Parts = Led & { readonly inner: Operand; readonly grouped: Grouped }

function made(chart: Chart, from: number, { figure, inner, grouped, to }: Parts): Mention {
  const { column, aggregate } = inner
  const words = wordsOfMatch(chart, { from, to })
  const measure = { column, aggregate, isSaid: true, words: inner.words }
  const over: DraftOver = { figure, group: grouped.group, measure, words }
  const score = 0.97 * inner.score * grouped.score
  return { from, to, score, meaning: { kind: 'piece', rule: 'figure of groups', piece: { over } } }
}

const linked = /^(per|for each|for every|each|in each|of each|by each|in every)$/

/** The groups that words such as `per` link a figure to. */
const linksAt = (chart: Chart, inner: Operand): readonly Grouped[] =>
  matches(chart, inner.to, [step('per')])
    .filter(({ from, to }) => linked.test(wordsOfMatch(chart, { from, to }).toLowerCase()))
    .flatMap(({ to }) => [...columnsAt(chart, to), ...periodsAt(chart, to)])
    .filter(({ group }) => group.column !== inner.column)

/** `average number of orders per customer`, `median orders per store`. An average of amounts per thing is K1’s. */
const perGroup = (chart: Chart, from: number): readonly Mention[] =>
  figuresAt(chart, from).flatMap((led) =>
    matches(chart, led.to, [maybe('of')])
      .map(({ to }) => to)
      .concat(led.to, led.to + 1)
      .filter((place, index, all) => all.indexOf(place) === index && skips(chart, led.to, place))
      .flatMap((place) => innersAt(chart, place))
      .filter((inner) => isCount(inner) || inner.isSaid)
      .flatMap((inner) =>
        linksAt(chart, inner).map((grouped) =>
          made(chart, from, { figure: led.figure, inner, grouped, to: grouped.to }),
        ),
      ),
  )

/** `orders per customer on average`. */
const trailing = (chart: Chart, from: number): readonly Mention[] =>
  innersAt(chart, from)
    .filter((inner) => isCount(inner))
    .flatMap((inner) =>
      linksAt(chart, inner).flatMap((grouped) =>
        matches(chart, grouped.to, [step('aggregate', ({ meaning }) => meaning.aggregate === 'mean')]).map(({ to }) =>
          made(chart, from, { figure: 'mean', inner, grouped, to }),
        ),
      ),
    )

/** Are there only words without a meaning from one place to another? */
const skips = (chart: Chart, from: number, to: number): boolean =>
  to === from || (chart.starting[from] ?? []).some(({ meaning, to: end }) => meaning.kind === 'filler' && end === to)

const adjective = /^(hourly|daily|weekly|monthly|quarterly|yearly|annual)$/

/** Is the word part of the name of a column: `Monthly income`? */
const isNamed = (chart: Chart, at: number): boolean =>
  (chart.starting[at] ?? []).some(({ meaning, to }) => meaning.kind === 'column' && to > at + 1)

/** `average monthly revenue`, `median daily trips`. */
const perPeriod = (chart: Chart, from: number): readonly Mention[] =>
  figuresAt(chart, from)
    .filter(({ to }) => adjective.test(chart.words[to]?.lower ?? '') && !isNamed(chart, to))
    .flatMap((led) =>
      periodsAt(chart, led.to).flatMap((grouped) =>
        innersAt(chart, grouped.to).map((inner) =>
          made(chart, from, { figure: led.figure, inner, grouped, to: inner.to }),
        ),
      ),
    )

/** Figures of the figures of groups. */
export const figureOfGroupsRule: Rule = {
  spec: 'K30',
  find: (chart, from) => [...perGroup(chart, from), ...trailing(chart, from), ...perPeriod(chart, from)],
}
