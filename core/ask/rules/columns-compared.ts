import { wordsOfName } from '../../profile/name-words.ts'
import { bracketed } from '../../semantic/formula/print.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import { isFlag, isMeasure, isNumeric } from '../compose/draft.ts'
import type { Comparison, Mention, MentionOf } from '../mention.ts'
import { at, matches, maybe, step, wordsOfMatch, type Chart, type Match } from './chart.ts'
import { scoreOfTwo } from './pair.ts'
import type { Piece } from './piece.ts'
import type { Rule } from './rule.ts'

const signs = { less: '<', lessOrEqual: '<=', greater: '>', greaterOrEqual: '>=', equal: '=', notEqual: '!=' } as const
const says: Readonly<Record<Comparison, string>> = {
  less: 'under',
  lessOrEqual: 'at most',
  greater: 'over',
  greaterOrEqual: 'at least',
  equal: 'equal to',
  notEqual: 'other than',
}

/** Verbs that set one amount against another. */
const verbs: readonly (readonly [said: RegExp, comparison: Comparison])[] = [
  [
    /^(?:hit|hits|met|meet|meets|reach|reached) or (?:beat|exceed|exceeded|pass|passed|surpass|surpassed)\b/,
    'greaterOrEqual',
  ],
  [/^(?:hit|hits|met|meet|meets|reach|reached|reaches|achieved)\b/, 'greaterOrEqual'],
  [/^(?:beat|beats|beaten|outperform|outperformed|surpass|surpassed|surpasses|outnumber|outnumbered)\b/, 'greater'],
  [/^(?:missed|miss|misses|fell short of|fall short of|falls short of)\b/, 'less'],
]

const isCompared = ({ meaning: { column } }: MentionOf<'column'>): boolean =>
  isNumeric(column) && !isFlag(column) && column.role !== 'id' && !('computedBy' in column)

type Sides = {
  readonly left: SemanticColumn
  readonly right: SemanticColumn
  readonly comparison: Comparison
  /** Was the first not named, but taken for what is meant? */
  readonly isGuess?: true
}

function piece(
  chart: Chart,
  range: { readonly from: number; readonly to: number },
  { left, right, comparison, isGuess }: Sides,
  score: number,
): Mention {
  const name = `${left.label} ${says[comparison]} ${right.label}`.slice(0, 300)
  const formula = `${bracketed(left.name)} ${signs[comparison]} ${bracketed(right.name)}`
  const words = wordsOfMatch(chart, range)
  const text = isGuess ? `${name} (${left.label} is a guess)` : name
  const filter = { op: 'in' as const, column: name, values: [true] }
  const made: Piece = {
    calculations: [{ name, formula }],
    filters: [{ filter, column: left, text, words, isTime: false }],
  }
  return { ...range, score, meaning: { kind: 'piece', rule: 'columns compared', piece: made } }
}

/** `votes dem is greater than votes gop`; `over` may as well be a ratio. */
function compared(chart: Chart, from: number): readonly Mention[] {
  const found = matches(chart, from, [
    step('column', isCompared),
    maybe('is'),
    step('compare', ({ from: word }) => chart.words[word]?.lower !== 'over'),
    step('column', isCompared),
  ])
  return found.flatMap((match) => {
    const [left, right, compare] = [at(match, 0, 'column'), at(match, 3, 'column'), at(match, 2, 'compare')]
    return left && right && compare ? between(chart, match, [left, right], compare.meaning.comparison) : []
  })
}

function between(
  chart: Chart,
  match: Pick<Match, 'from' | 'to'>,
  [left, right]: readonly [MentionOf<'column'>, MentionOf<'column'>],
  comparison: Comparison,
): readonly Mention[] {
  const [a, b] = [left.meaning.column, right.meaning.column]
  if (a === b) return []
  const score = 0.97 * scoreOfTwo({ column: a, score: left.score }, { column: b, score: right.score }, chart.model)
  return [piece(chart, { from: match.from, to: match.to }, { left: a, right: b, comparison }, score)]
}

type Verb = { readonly comparison: Comparison; readonly to: number }

function verbAt({ words }: Chart, from: number): Verb | null {
  const rest = words
    .slice(from, from + 3)
    .map(({ lower }) => lower)
    .join(' ')
  for (const [said, comparison] of verbs) {
    const [found] = said.exec(rest) ?? []
    if (found !== undefined) return { comparison, to: from + found.split(' ').length }
  }
  return null
}

/** `dems beat gop`. */
function beaten(chart: Chart, from: number): readonly Mention[] {
  return matches(chart, from, [step('column', isCompared)]).flatMap((match) => {
    const [left, verb] = [at(match, 0, 'column'), verbAt(chart, match.to)]
    if (!left || !verb) return []
    return matches(chart, verb.to, [maybe('in'), step('column', isCompared)]).flatMap((after) => {
      const right = at(after, 1, 'column')
      return right ? between(chart, { from, to: after.to }, [left, right], verb.comparison) : []
    })
  })
}

/** What is to be reached, in a column's name. */
const aims = new Set('target goal budget quota plan planned expected objective forecast'.split(' '))

/** The only other amount in the unit of what is to be reached: a guess. */
function reachedBy({ model }: Chart, aim: SemanticColumn): SemanticColumn | null {
  if (!wordsOfName(aim.label).some((word) => aims.has(word))) return null
  const [only, ...others] = model.columns.filter(
    (column) => column !== aim && isMeasure(column) && column.format === aim.format && !('computedBy' in column),
  )
  return only !== undefined && others.length === 0 ? only : null
}

/** `goals that hit or beat their target`. */
function reached(chart: Chart, from: number): readonly Mention[] {
  const verb = verbAt(chart, from)
  if (verb === null) return []
  return matches(chart, verb.to, [maybe('in'), step('column', isCompared)]).flatMap((match) => {
    const right = at(match, 1, 'column')?.meaning.column
    const left = right ? reachedBy(chart, right) : null
    return right && left
      ? [piece(chart, { from, to: match.to }, { left, right, comparison: verb.comparison, isGuess: true }, 0.85)]
      : []
  })
}

/** One column of numbers against another, row by row. */
export const columnsComparedRule: Rule = {
  spec: 'O1',
  find: (chart, from) => [...compared(chart, from), ...beaten(chart, from), ...reached(chart, from)],
}
