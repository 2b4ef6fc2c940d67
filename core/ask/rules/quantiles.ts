import { bracketed } from '../../semantic/formula/print.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import type { Measure } from '../../query/measure.ts'
import { isFlag, isNumeric } from '../compose/draft.ts'
import type { Mention, MentionOf } from '../mention.ts'
import { at, matches, maybe, step, wordsOfMatch, type Chart } from './chart.ts'
import { formatOfOperand, measureOfFormula } from './operand.ts'
import type { Rule } from './rule.ts'

const quantileOf = (column: SemanticColumn, quantile: number): Measure => ({
  aggregate: 'quantile',
  column: column.name,
  quantile,
})

/** A figure of a column that is computed by a formula, in the column's own unit. */
function formulaOf(column: SemanticColumn, what: string, formula: string, isRatio = false): Measure {
  const format = isRatio ? 'percent' : formatOfOperand({ column, aggregate: 'mean' })
  return measureOfFormula(
    formula.replaceAll('x', bracketed(column.name)),
    `${what} of ${column.label.toLowerCase()}`,
    format,
  )
}

/** The lower quartile, the median and the upper one. */
const quartilesOf = (column: SemanticColumn): readonly Measure[] => [
  quantileOf(column, 0.25),
  { aggregate: 'median', column: column.name },
  quantileOf(column, 0.75),
]

const summaryOf = (column: SemanticColumn): readonly Measure[] => [
  { aggregate: 'mean', column: column.name },
  { aggregate: 'sd', column: column.name },
  { aggregate: 'min', column: column.name },
  ...quartilesOf(column),
  { aggregate: 'max', column: column.name },
]

type Figures = (column: SemanticColumn, number: number) => readonly Measure[]

/** What is told of how the values of one column lie, by the words for it; a number in them is handed on. */
const figures: readonly (readonly [said: RegExp, figures: Figures])[] = [
  [/^(\d{1,2}(?:\.\d+)?)(?:st|nd|rd|th)? percentile\b/, (column, number) => [quantileOf(column, number / 100)]],
  [/^(?:first|1st|lower|bottom) quartile\b/, (column) => [quantileOf(column, 0.25)]],
  [/^(?:third|3rd|upper|top) quartile\b/, (column) => [quantileOf(column, 0.75)]],
  [/^(?:the )?quartiles\b/, quartilesOf],
  [
    /^(?:interquartile range|iqr)\b/,
    (column) => [formulaOf(column, 'Interquartile range', 'quantile(x, 0.75) - quantile(x, 0.25)')],
  ],
  [/^coefficient of variation\b/, (column) => [formulaOf(column, 'Coefficient of variation', 'sd(x) / mean(x)', true)]],
  [/^(?:summary statistics|descriptive statistics|five number summary|statistics)\b/, summaryOf],
]

const mostWords = 3

type Said = { readonly of: (column: SemanticColumn) => readonly Measure[]; readonly to: number }

/** The figures whose words start at a word. */
function saidAt({ words }: Chart, from: number): readonly Said[] {
  const rest = words
    .slice(from, from + mostWords)
    .map(({ lower }) => lower)
    .join(' ')
  return figures.flatMap(([said, of]) => {
    const match = said.exec(rest)
    const to = from + (match?.[0].split(' ').length ?? 0)
    return match === null ? [] : [{ of: (column) => of(column, Number(match[1])), to }]
  })
}

const isMeasured = ({ meaning: { column } }: MentionOf<'column'>): boolean =>
  isNumeric(column) && !isFlag(column) && column.role !== 'id' && !('computedBy' in column)

function piece(
  chart: Chart,
  range: { readonly from: number; readonly to: number },
  named: MentionOf<'column'>,
  of: Said['of'],
): Mention {
  const words = wordsOfMatch(chart, range)
  const { column } = named.meaning
  const measures = of(column).map((asked) => ({
    column,
    aggregate: asked.aggregate === 'formula' ? ('mean' as const) : asked.aggregate,
    isSaid: true,
    words,
    asked,
  }))
  return { ...range, score: 0.97 * named.score, meaning: { kind: 'piece', rule: 'quantiles', piece: { measures } } }
}

/** `90th percentile of price`. */
const before = (chart: Chart, from: number): readonly Mention[] =>
  saidAt(chart, from).flatMap(({ of, to }) =>
    matches(chart, to, [maybe(['of', 'in']), step('column', isMeasured)]).flatMap((match) => {
      const named = at(match, 1, 'column')
      return named ? [piece(chart, { from, to: match.to }, named, of)] : []
    }),
  )

/** `price quartiles`. */
const behind = (chart: Chart, from: number): readonly Mention[] =>
  matches(chart, from, [step('column', isMeasured)]).flatMap((match) => {
    const named = at(match, 0, 'column')
    return named ? saidAt(chart, match.to).map(({ of, to }) => piece(chart, { from, to }, named, of)) : []
  })

/** `90th percentile of price`, `upper quartile`, `interquartile range`, `summary statistics`: how values lie. */
export const quantilesRule: Rule = {
  spec: 'N5',
  find: (chart, from) => [...before(chart, from), ...behind(chart, from)],
}
