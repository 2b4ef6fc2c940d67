import { bracketed } from '../../semantic/formula/print.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import { isMeasure, isNumeric } from '../compose/draft.ts'
import type { Mention, MentionOf } from '../mention.ts'
import { at, matches, maybe, step, surenessOf, type Chart, type Match } from './chart.ts'
import { amountOf, type ComputedColumn } from './computed-column.ts'
import type { Rule } from './rule.ts'

const isAmount = ({ meaning: { column } }: MentionOf<'column'>): boolean =>
  isNumeric(column) && isMeasure(column) && !('computedBy' in column)

/** Ends of a gap: `closest race`, `narrowest margin`, `widest spread`. */
const ends: ReadonlyMap<string, 'ascending' | 'descending'> = new Map([
  ...'smallest narrowest tightest closest lowest least slimmest'.split(' ').map((word) => [word, 'ascending'] as const),
  ...'biggest largest widest greatest highest most'.split(' ').map((word) => [word, 'descending'] as const),
])
const nouns = new Set(
  'gap difference spread margin swing discrepancy range distance gaps differences spreads margins swings'.split(' '),
)
const links = new Set('between in of from'.split(' '))

/** The one less the other, whichever is more. */
function gapOf(one: SemanticColumn, other: SemanticColumn): ComputedColumn {
  const [a, b] = [bracketed(one.name), bracketed(other.name)]
  const name = `Gap of ${one.label.toLowerCase()} and ${other.label.toLowerCase()}`.slice(0, 200)
  return amountOf(one, name, `abs(${a} - ${b})`)
}

function endAt(
  { words }: Chart,
  from: number,
): { readonly direction: 'ascending' | 'descending'; readonly to: number } | null {
  const direction = ends.get(words[from]?.lower ?? '')
  if (direction === undefined) return null
  const noun = words.findIndex(({ lower }, at) => at > from && at <= from + 2 && nouns.has(lower))
  if (noun === -1) return null
  return { direction, to: links.has(words[noun + 1]?.lower ?? '') ? noun + 2 : noun + 1 }
}

function ranked(
  chart: Chart,
  match: Match,
  { from, direction }: { readonly from: number; readonly direction: 'ascending' | 'descending' },
): readonly Mention[] {
  const [one, other] = [at(match, 0, 'column'), at(match, 2, 'column')].map((mention) => mention?.meaning.column)
  if (!one || !other || one === other || one.format !== other.format) return []
  const { column, calculation } = gapOf(one, other)
  const words = chart.words
    .slice(from, match.to)
    .map(({ text }) => text)
    .join(' ')
  const measure = { column, aggregate: 'mean' as const, isSaid: false, words }
  const rank = { direction, count: null, by: 'measure' as const, words }
  return [
    {
      from,
      to: match.to,
      score: 0.97 * surenessOf(match),
      meaning: { kind: 'piece', rule: 'gap', piece: { calculations: [calculation], measures: [measure], rank } },
    },
  ]
}

/** `the gap between high and low is the biggest`: the end stands behind. */
function closedBy(chart: Chart, from: number): readonly Mention[] {
  if (!nouns.has(chart.words[from]?.lower ?? '') || !links.has(chart.words[from + 1]?.lower ?? '')) return []
  const pattern = [step('column', isAmount), maybe(['and', 'versus']), step('column', isAmount), maybe('is')]
  return matches(chart, from + 2, pattern).flatMap((match) => {
    const at = chart.words.findIndex(({ lower }, place) => place >= match.to && place < match.to + 3 && ends.has(lower))
    const direction = ends.get(chart.words[at]?.lower ?? '')
    return direction === undefined ? [] : ranked(chart, { ...match, to: at + 1 }, { from, direction })
  })
}

/** `smallest gap between high and low`, `widest spread of list price and sale price`: of each row, how far two amounts lie apart. */
export const gapRule: Rule = {
  spec: 'O5',
  find: (chart, from) => {
    const end = endAt(chart, from)
    if (end === null) return closedBy(chart, from)
    return matches(chart, end.to, [
      step('column', isAmount),
      maybe(['and', 'versus', 'over', 'not']),
      step('column', isAmount),
    ]).flatMap((match) => ranked(chart, match, { from, direction: end.direction }))
  },
}
