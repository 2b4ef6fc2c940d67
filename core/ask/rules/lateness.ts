import { wordsOfName } from '../../profile/name-words.ts'
import { bracketed } from '../../semantic/formula/print.ts'
import type { SemanticColumn, SemanticModel } from '../../semantic/semantic-model.ts'
import type { Filter } from '../../query/filter.ts'
import { flagOf, isMeasure, isMoment, isNumeric } from '../compose/draft.ts'
import { wordsOfMatch, type Chart } from './chart.ts'
import type { DraftFilter, Piece } from './piece.ts'
import type { Rule } from './rule.ts'

const late =
  /^(?:(?:arrived|delivered|came|was|were|ran|running|finished|completed|shipped|departed|left|closed|paid|returned) )?(?:late|overdue|past due|behind schedule|past (?:the|their|its) (?:due date|deadline)|after (?:the|their|its) (?:due date|deadline))\b/
const onTime =
  /^(?:(?:arrived|delivered|came|was|were|finished|completed|shipped|departed|closed|paid|returned) )?(?:on time|punctual|punctually|on schedule|by (?:the|their|its) (?:due date|deadline)|before (?:the|their|its) (?:due date|deadline))\b/

const has = ({ name }: SemanticColumn, pattern: RegExp): boolean => wordsOfName(name).some((word) => pattern.test(word))

const flagNamed = ({ columns }: SemanticModel): SemanticColumn | undefined =>
  columns.find((column) => flagOf(column) !== null && has(column, /^(late|delayed|overdue)$/))

const delayNamed = ({ columns }: SemanticModel): SemanticColumn | undefined =>
  columns.find(
    (column) =>
      isNumeric(column) &&
      isMeasure(column) &&
      has(column, /^(delay|delays|lateness|late|overdue)$/) &&
      !('computedBy' in column),
  )

/** When something was due, and when it was done. */
function datesOf({ columns }: SemanticModel): readonly [done: SemanticColumn, due: SemanticColumn] | null {
  const moments = columns.filter(isMoment)
  const due = moments.find((column) =>
    has(column, /^(due|deadline|promised|expected|scheduled|planned|required|target)$/),
  )
  const [done, ...others] = moments.filter(
    (column) =>
      column !== due &&
      has(
        column,
        /^(done|finished|finish|completed|completion|delivered|delivery|arrived|arrival|closed|returned|paid|actual|shipped)$/,
      ),
  )
  return due && done && others.length === 0 ? [done, due] : null
}

type Lateness = {
  readonly column: SemanticColumn
  readonly filter: Filter
  readonly text: string
  readonly calculations?: Piece['calculations']
}

function byFlag(column: SemanticColumn, isLate: boolean): Lateness | null {
  const flag = flagOf(column)
  return (
    flag && {
      column,
      filter: { op: 'in', column: column.name, values: [isLate ? flag.yes : flag.no] },
      text: `${column.label} is ${isLate ? 'yes' : 'no'}`,
    }
  )
}

function byDates([done, due]: readonly [SemanticColumn, SemanticColumn], isLate: boolean): Lateness {
  const name = `${done.label} ${isLate ? 'after' : 'by'} ${due.label}`.slice(0, 200)
  const formula = `${bracketed(done.name)} ${isLate ? '>' : '<='} ${bracketed(due.name)}`
  return {
    column: done,
    filter: { op: 'in', column: name, values: [true] },
    text: name,
    calculations: [{ name, formula }],
  }
}

/** What says that a row was late: a column of yes and no, a delay above zero, or the day it was done and the day it was due. */
function latenessIn(model: SemanticModel, isLate: boolean): Lateness | null {
  const [flag, delay, dates] = [flagNamed(model), delayNamed(model), datesOf(model)]
  if (flag) return byFlag(flag, isLate)
  if (delay)
    return {
      column: delay,
      filter: { op: isLate ? 'greater' : 'lessOrEqual', column: delay.name, value: 0 },
      text: `${delay.label} ${isLate ? 'over' : 'at most'} 0`,
    }
  return dates && byDates(dates, isLate)
}

/** `late rate`, `on-time delivery rate`: the part of the rows. */
function rateAfter({ words }: Chart, from: number): number | null {
  const at = words.findIndex(
    ({ lower }, place) => place >= from && place < from + 2 && /^(rate|percentage|share|%)$/.test(lower),
  )
  return at === -1 ? null : at + 1
}

function pieceOf(
  chart: Chart,
  from: number,
  to: number,
  { column, filter, text, calculations }: Lateness,
): { readonly piece: Piece; readonly to: number } {
  const words = wordsOfMatch(chart, { from, to })
  const end = rateAfter(chart, to)
  const computed = calculations ? { calculations } : {}
  if (end === null) {
    const kept: DraftFilter = { filter, column, text, words, isTime: false, isState: true }
    return { piece: { ...computed, filters: [kept] }, to }
  }
  const asked = { aggregate: 'count' as const, filter, share: 'group' as const, as: `Share of rows where ${text}` }
  return {
    piece: { ...computed, measures: [{ column: null, aggregate: 'count', isSaid: true, words, asked }] },
    to: end,
  }
}

/** `late shipments`, `delivered on time`, `on-time rate by carrier`: by what the data says of delays and due dates. */
export const latenessRule: Rule = {
  spec: 'K46',
  find: (chart, from) => {
    const rest = chart.words
      .slice(from, from + 5)
      .map(({ lower }) => lower)
      .join(' ')
    const said = late.exec(rest) ?? onTime.exec(rest)
    if (said === null) return []
    const to = from + said[0].split(' ').length
    const isValue = chart.starting
      .slice(from, to)
      .flat()
      .some(({ meaning, score }) => meaning.kind === 'value' && score > 0.7)
    const found = isValue ? null : latenessIn(chart.model, late.test(rest))
    if (found === null) return []
    const made = pieceOf(chart, from, to, found)
    return [
      { from, to: made.to, score: 0.95, meaning: { kind: 'piece' as const, rule: 'lateness', piece: made.piece } },
    ]
  },
}
