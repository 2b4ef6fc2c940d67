import { formatCell } from '../../format/format-cell.ts'
import { ofRows } from '../askable.ts'
import { columnOfHints } from '../compose/read-comparisons.ts'
import { isNumeric } from '../compose/draft.ts'
import { inUnitOf } from '../candidates/units.ts'
import type { Mention, MentionOf } from '../mention.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import { at, matches, maybe, step, surenessOf, wordsOfMatch, type Chart, type Match } from './chart.ts'
import type { Rule } from './rule.ts'

const isLink = (chart: Chart, { from }: { readonly from: number }, isBetween: boolean): boolean => {
  const word = chart.words[from]?.lower ?? ''
  return word === 'to' || word === 'through' || (isBetween && word === 'and')
}

const isCompared = (column: SemanticColumn): boolean => isNumeric(column) && column.role !== 'id'

type Amount = MentionOf<'amount'>['meaning']

/** What the two numbers are of: the column named beside them, else the one that their units speak of. */
function columnOf(chart: Chart, match: Match, [low, high]: readonly [Amount, Amount]): SemanticColumn | null {
  const named = (at(match, 0, 'column') ?? at(match, 6, 'column'))?.meaning.column
  const column = named ? ofRows(named) : columnOfHints(chart.model, [...(high.of ?? []), ...(low.of ?? [])])
  return column !== null && isCompared(column) ? column : null
}

function between(chart: Chart, match: Match, amounts: readonly [Amount, Amount]): readonly Mention[] {
  const column = columnOf(chart, match, amounts)
  if (column === null) return []
  const unit = amounts[1].unit ?? amounts[0].unit
  const [from = 0, to = 0] = amounts.map(({ value }) => inUnitOf(value, unit, column)).sort((a, b) => a - b)
  const text = `${column.label} between ${formatCell(from, column.format)} and ${formatCell(to, column.format)}`
  const filter = { op: 'between' as const, column: column.name, from, to }
  const filters = [{ filter, column, text, words: wordsOfMatch(chart, match), isTime: false }]
  const score = 0.97 * surenessOf(match)
  return [{ from: match.from, to: match.to, score, meaning: { kind: 'piece', rule: 'range', piece: { filters } } }]
}

/** `aged 30 to 40`, `flippers of 200 to 210 mm`, `priced between 15 and 20 dollars`. */
export const rangeRule: Rule = {
  spec: 'K7',
  find: (chart, from) =>
    matches(chart, from, [
      maybe('column'),
      maybe(['is', 'of', 'has', 'in']),
      maybe(['between', 'in', 'of']),
      step('amount'),
      step(['filler', 'and', 'in']),
      step('amount'),
      maybe('column'),
    ]).flatMap((match) => {
      const isBetween = match.mentions[2]?.meaning.kind === 'between'
      const [link, low, high] = [match.mentions[4], at(match, 3, 'amount')?.meaning, at(match, 5, 'amount')?.meaning]
      return link && low && high && isLink(chart, link, isBetween) ? between(chart, match, [low, high]) : []
    }),
}
