import type { Mention } from '../mention.ts'
import { wordsOfName } from '../../profile/name-words.ts'
import { at, matches, step, type Chart, type Match } from './chart.ts'
import {
  capital,
  countsRows,
  formatOfOperand,
  formulaOf,
  measureOfFormula,
  operandsAt,
  type Operand,
} from './operand.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import { isMeasure } from '../compose/draft.ts'
import { scoreOfTwo } from './pair.ts'
import type { Rule } from './rule.ts'

type Link = 'per' | 'to' | 'over' | 'minus' | 'as a share of'
type Over = { readonly top: Operand; readonly bottom: Operand; readonly to: number; readonly link: Link }

/** How surely both figures are meant. */
const surenessOfBoth = ({ model }: Chart, top: Operand, bottom: Operand): number =>
  top.column && bottom.column
    ? scoreOfTwo({ ...top, column: top.column }, { ...bottom, column: bottom.column }, model)
    : top.score * bottom.score

function ratio(chart: Chart, from: number, { top, bottom, to, link }: Over): readonly Mention[] {
  const [above, below] = [formulaOf(top), formulaOf(bottom)]
  if (above === null || below === null || above === below) return []
  const as = capital(`${top.label} ${link} ${bottom.label.replace(/^total /, '')}`)
  const format =
    link === 'as a share of' ? 'percent' : link === 'to' || link === 'over' ? 'number' : formatOfOperand(top)
  const words = chart.words
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ')
  const asked = measureOfFormula(link === 'minus' ? `${above} - ${below}` : `(${above}) / (${below})`, as, format)
  const measure = { column: null, aggregate: 'mean' as const, isSaid: true, words, asked }
  const score = 0.97 * surenessOfBoth(chart, top, bottom)
  return [{ from, to, score, meaning: { kind: 'piece', rule: 'ratio', piece: { measures: [measure] } } }]
}

const isDivisor = (column: SemanticColumn, isPlural: boolean): boolean =>
  isMeasure(column) && (column.aggregates.includes('sum') || (!isPlural && column.format === 'number'))

const persons =
  /\b(customer|client|user|employee|member|patient|student|player|driver|agent|rep|seller|salesperson|household|subscriber|donor|guest|buyer|shopper|rider|passenger|worker|owner)\b/i
/** So many persons are no groups to be listed where one average is asked for. */
const leastOfMany = 20

const isOfMany = ({ type, label, distinct }: SemanticColumn): boolean =>
  type === 'text' && distinct >= leastOfMany && persons.test(label)

/** One of what is counted or measured: `order`, `mile`. */
function perOne(chart: Chart, from: number, isAveraged: boolean): readonly Operand[] {
  return matches(chart, from, [step('column')]).flatMap((match: Match): readonly Operand[] => {
    const named = at(match, 0, 'column')
    if (!named || named.meaning.column.role === 'time') return []
    const { column, isPlural } = named.meaning
    const told = { isSaid: true, from: match.from, to: match.to, score: named.score, words: '' }
    const label = column.label.replace(/ (id|name)$/i, '').toLowerCase()
    if (isDivisor(column, isPlural)) return [{ ...told, column, aggregate: 'sum', label: `total ${label}` }]
    if (isPlural || !(column.role === 'id' || (isAveraged && isOfMany(column)))) return []
    return countsRows(column, chart.model)
      ? [{ ...told, column: null, aggregate: 'count', label }]
      : [{ ...told, column, aggregate: 'distinct', label }]
  })
}

/** What is divided is a total: an average of what adds up is the total over how many there are. */
const totalled = (operand: Operand): Operand =>
  operand.column !== null && operand.aggregate === 'mean' && operand.column.aggregates.includes('sum')
    ? { ...operand, aggregate: 'sum', label: operand.label.replace(/^average /, 'total ') }
    : operand

/** A median of one thing over the total of another is no figure. */
const isTotalled = ({ aggregate }: Operand): boolean => ['sum', 'mean', 'count'].includes(aggregate)

function joined(chart: Chart, from: number): readonly Mention[] {
  // `Average revenue per order`, where each row is an order, is the average of the rows.
  const isAveraged = (chart.starting[from - 1] ?? []).some(
    ({ meaning }) => meaning.kind === 'aggregate' && meaning.aggregate === 'mean',
  )
  return operandsAt(chart, from).flatMap((first) => {
    const links = matches(chart, first.to, [step('per')]).filter(({ to }) =>
      /^(per|for each|for every|divided by|each)$/i.test(
        chart.words
          .slice(first.to, to)
          .map(({ lower }) => lower)
          .join(' '),
      ),
    )
    return links.flatMap((link) =>
      perOne(chart, link.to, first.aggregate === 'mean' || isAveraged).flatMap((bottom) =>
        bottom.column === first.column ||
        // Of products, several orders hold the same: how many different ones each has is no ratio of totals.
        !isTotalled(first) ||
        (bottom.column === null && (first.aggregate === 'mean' || isAveraged))
          ? []
          : ratio(chart, from, { top: totalled(first), bottom, to: bottom.to, link: 'per' }),
      ),
    )
  })
}

/** The people that a figure is divided by, where the data counts them. */
const populationOf = ({ model }: Chart): SemanticColumn | undefined =>
  model.columns.find(
    (column) =>
      isMeasure(column) &&
      !('computedBy' in column) &&
      wordsOfName(column.label).some((word) => /^(population|inhabitants?|residents)$/.test(word)),
  )

/** `GNP per head`, `sales per capita`. */
function perHead(chart: Chart, from: number): readonly Mention[] {
  const people = populationOf(chart)
  if (people === undefined) return []
  return operandsAt(chart, from).flatMap((first) => {
    const said = chart.words.slice(first.to, first.to + 2).map(({ lower }) => lower)
    if (first.column === people || !/^per (head|capita|person|inhabitant|resident)$/.test(said.join(' '))) return []
    const to = first.to + 2
    const told = { from: first.to, to, isSaid: true, score: 0.97, words: said.join(' ') }
    const bottom: Operand = { ...told, column: people, aggregate: 'sum', label: `total ${people.label.toLowerCase()}` }
    return ratio(chart, from, { top: totalled(first), bottom, to, link: 'per' })
  })
}

/** The words that set one figure over another, as the name of the ratio says it. */
const links = [
  { said: /^as (?:an? )?(?:%|pct|percentage|percent|share|fraction|proportion) of\b/, link: 'as a share of' },
  { said: /^divided by\b/, link: 'over' },
  { said: /^minus\b/, link: 'minus' },
] as const
/** After `ratio of`, small words are enough. */
const ledLink = { said: /^(to|and|over)\b/, link: 'to' } as const

type Linked = { readonly link: Link; readonly to: number }

/** The link that starts at a word, and the word after it. */
function linkAt({ words }: Chart, from: number, isLed: boolean): Linked | null {
  const rest = words
    .slice(from, from + 4)
    .map(({ lower }) => lower)
    .join(' ')
  for (const { said, link } of isLed ? [ledLink, ...links] : links) {
    const [found] = said.exec(rest) ?? []
    if (found !== undefined) return { link: isLed && link === 'over' ? 'to' : link, to: from + found.split(' ').length }
  }
  return null
}

/** Where neither says how, both are totals if both add up: no total is told as a part of an average. */
function alike(top: Operand, bottom: Operand): { readonly top: Operand; readonly bottom: Operand } {
  const [one, other] = [top, bottom].map(({ column }) => column)
  const isOpen = !top.isSaid && !bottom.isSaid && top.aggregate !== bottom.aggregate
  if (!isOpen || !one || !other) return { top, bottom }
  const aggregate =
    one.aggregates.includes('sum') && other.aggregates.includes('sum') ? ('sum' as const) : ('mean' as const)
  const as = (operand: Operand, { label }: SemanticColumn): Operand => ({
    ...operand,
    aggregate,
    label: `${aggregate === 'sum' ? 'total' : 'average'} ${label.toLowerCase()}`,
  })
  return { top: as(top, one), bottom: as(bottom, other) }
}

/** `ratio of A to B`, `A as % of B`, `A divided by B`, `A minus B`. */
function said(chart: Chart, from: number): readonly Mention[] {
  const led = matches(chart, from, [step('ratio')]).map(({ to }) => to)
  return [...led, from].flatMap((start) =>
    operandsAt(chart, start).flatMap((top) => {
      const linked = linkAt(chart, top.to, start !== from)
      if (linked === null) return []
      return operandsAt(chart, linked.to)
        .filter((bottom) => bottom.column !== top.column || bottom.aggregate !== top.aggregate)
        .flatMap((bottom) => ratio(chart, from, { ...alike(top, bottom), to: bottom.to, link: linked.link }))
    }),
  )
}

/** Where the data counts people, `per capita` is of them and no slip of the hand. */
function divided(chart: Chart, from: number): readonly Mention[] {
  const heads = perHead(chart, from)
  return heads.length > 0 ? heads : joined(chart, from)
}

/** Figures of figures: one over another, or less another. */
export const ratioRule: Rule = {
  spec: 'K1',
  find: (chart, from) => [...divided(chart, from), ...said(chart, from)],
}
