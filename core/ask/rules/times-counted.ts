import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import { isKind, type MentionOf } from '../mention.ts'
import type { Chart } from './chart.ts'
import { groupsWith, pieceOfHaving, startOf } from './having.ts'
import { countsRows, isId } from './operand.ts'
import type { DraftHaving, DraftMeasure } from './piece.ts'
import type { Rule } from './rule.ts'

const said = /^(?:(more than|at least|only|just|exactly) )?(once|twice|thrice|(\d+) times)\b/
const counts: Readonly<Record<string, number>> = { once: 1, twice: 2, thrice: 3 }
const ops: Readonly<Record<string, DraftHaving['op']>> = { 'more than': 'greater', 'at least': 'greaterOrEqual' }

type Verb = { readonly id: SemanticColumn | null }

/** `ordered` before `more than once` says what is counted, where the data has an id of that. */
function verbAt(chart: Chart, at: number): Verb | null {
  if (!chart.words[at]?.lower.endsWith('ed')) return null
  const named = (chart.starting[at] ?? []).find(
    (mention): mention is MentionOf<'column'> =>
      isKind(mention, 'column') && mention.to === at + 1 && isId(mention.meaning.column),
  )
  return { id: named && !countsRows(named.meaning.column, chart.model) ? named.meaning.column : null }
}

type Said = { readonly words: string; readonly value: number; readonly op: DraftHaving['op'] }

/** How often, and as which comparison. */
function saidAt({ words }: Chart, from: number): Said | null {
  const rest = words
    .slice(from, from + 4)
    .map(({ lower }) => lower)
    .join(' ')
  const [all, how = 'exactly', often = '', times] = said.exec(rest) ?? []
  if (all === undefined) return null
  const value = times === undefined ? (counts[often] ?? 1) : Number(times)
  return { words: all, value, op: ops[how] ?? 'equal' }
}

/** The rows of each, or what the verb names. */
function measureOf(id: SemanticColumn | null, words: string): DraftMeasure {
  return { column: id, aggregate: id === null ? 'count' : 'distinct', isSaid: true, words }
}

/** `customers who bought more than once`, `ordered at least 3 times`: how often each occurs. */
export const timesCountedRule: Rule = {
  spec: 'K2',
  find: (chart, from) => {
    const found = saidAt(chart, from)
    if (found === null) return []
    const { words, value } = found
    const verb = verbAt(chart, from - 1)
    const start = verb === null ? from : from - 1
    const measure = measureOf(verb?.id ?? null, words)
    const subject = groupsWith(chart, start, measure)
    if (subject === null) return []
    const text = `${subject.column.label} that occur ${words}`
    const piece = pieceOfHaving(subject, { measure, op: found.op, value, text, words })
    const to = from + words.split(' ').length
    const meaning = { kind: 'piece' as const, rule: 'times counted', piece }
    return [{ from: startOf(chart, subject, start), to, score: 0.95, meaning }]
  },
}
