import type { Mention } from '../mention.ts'
import { at, matches, maybe, step, type Chart, type Match } from './chart.ts'
import { capital, countOf, countsRows, formulaOf, measureOfFormula, operandsAt, type Operand } from './operand.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import { isMeasure } from '../compose/draft.ts'
import type { Rule } from './rule.ts'

type Over = { readonly top: Operand; readonly bottom: Operand; readonly to: number; readonly link: string }

function ratio(chart: Chart, from: number, { top, bottom, to, link }: Over): readonly Mention[] {
  const [above, below] = [formulaOf(top), formulaOf(bottom)]
  if (above === null || below === null || above === below) return []
  const as = capital(`${top.label} ${link} ${bottom.label.replace(/^total /, '')}`)
  const words = chart.words
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ')
  const asked = measureOfFormula(link === 'minus' ? `${above} - ${below}` : `(${above}) / (${below})`, as)
  const measure = { column: null, aggregate: 'mean' as const, isSaid: true, words, asked }
  const score = 0.97 * top.score * bottom.score
  return [{ from, to, score, meaning: { kind: 'piece', rule: 'ratio', piece: { measures: [measure] } } }]
}

const isDivisor = (column: SemanticColumn, isPlural: boolean): boolean =>
  isMeasure(column) && (column.aggregates.includes('sum') || (!isPlural && column.format === 'number'))

/** One of what is counted or measured: `order`, `mile`. */
function perOne(chart: Chart, from: number): readonly Operand[] {
  return matches(chart, from, [step('column')]).flatMap((match: Match): readonly Operand[] => {
    const named = at(match, 0, 'column')
    if (!named || named.meaning.column.role === 'time') return []
    const { column, isPlural } = named.meaning
    const told = { isSaid: true, from: match.from, to: match.to, score: named.score, words: '' }
    const label = column.label.replace(/ (id|name)$/i, '').toLowerCase()
    if (isDivisor(column, isPlural)) return [{ ...told, column, aggregate: 'sum', label: `total ${label}` }]
    if (column.role !== 'id' || isPlural) return []
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

function joined(chart: Chart, from: number): readonly Mention[] {
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
      perOne(chart, link.to).flatMap((bottom) =>
        bottom.column === first.column || (bottom.column === null && first.aggregate === 'mean')
          ? []
          : ratio(chart, from, { top: totalled(first), bottom, to: bottom.to, link: 'per' }),
      ),
    )
  })
}

/** `orders per customer`, `trips per station`: what is counted over what it is counted for. */
function counts(chart: Chart, from: number): readonly Mention[] {
  const found = matches(chart, from, [
    step('aggregate', ({ meaning }) => meaning.aggregate === 'mean'),
    maybe('count'),
    maybe('of'),
    step(['entity', 'column']),
  ])
  return found.flatMap((match) =>
    countOf(chart, match, 3).flatMap((top) =>
      matches(chart, match.to, [step('per')]).flatMap((link) =>
        perOne(chart, link.to).flatMap((bottom) => ratio(chart, from, { top, bottom, to: bottom.to, link: 'per' })),
      ),
    ),
  )
}

/** `ratio of A to B`, `A as % of B`, `A divided by B`, `A minus B`. */
function said(chart: Chart, from: number): readonly Mention[] {
  const led = matches(chart, from, [step('ratio')]).map(({ to }) => to)
  return [...led, from].flatMap((start) =>
    operandsAt(chart, start).flatMap((first) => {
      const words = (count: number): string =>
        chart.words
          .slice(first.to, first.to + count)
          .map(({ lower }) => lower)
          .join(' ')
      const link =
        start !== from && /^(to|and|over)$/.test(words(1))
          ? 1
          : /^(as % of|as percentage of|as percent of)$/.test(words(3))
            ? 3
            : /^(as a percentage of|as a percent of|as a share of|as a fraction of)$/.test(words(4))
              ? 4
              : /^(divided by)$/.test(words(2))
                ? 2
                : /^minus$/.test(words(1))
                  ? 1
                  : 0
      if (link === 0) return []
      const how = words(link).startsWith('as')
        ? 'as a share of'
        : words(link) === 'minus'
          ? 'minus'
          : start !== from
            ? 'to'
            : 'over'
      return operandsAt(chart, first.to + link).flatMap((bottom) =>
        bottom.column === first.column && bottom.aggregate === first.aggregate
          ? []
          : ratio(chart, from, { top: first, bottom, to: bottom.to, link: how }),
      )
    }),
  )
}

/** Figures of figures: one over another, or less another. */
export const ratioRule: Rule = {
  spec: 'K1',
  find: (chart, from) => [...joined(chart, from), ...counts(chart, from), ...said(chart, from)],
}
