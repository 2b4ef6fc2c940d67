import { stem } from '../words.ts'
import { wordsOfName } from '../../profile/name-words.ts'
import { flagOf, isMoment } from '../compose/draft.ts'
import type { Mention } from '../mention.ts'
import { wordsOfMatch, type Chart } from './chart.ts'
import type { Piece } from './piece.ts'
import type { Rule } from './rule.ts'

const empty = (rule: string, from: number, to: number, score = 0.9): Mention => ({
  from,
  to,
  score,
  meaning: { kind: 'piece', rule, piece: {} },
})

const isEntityAt = ({ starting }: Chart, at: number): boolean =>
  (starting[at] ?? []).some(({ meaning }) => meaning.kind === 'entity')

const isKnown = ({ starting }: Chart, at: number): boolean =>
  (starting[at] ?? []).some(({ meaning }) => meaning.kind === 'column' || meaning.kind === 'value')

const asksWhen = ({ starting }: Chart): boolean =>
  starting.some((mentions) =>
    mentions.some(({ meaning }) => ['grain', 'period', 'trend', 'part'].includes(meaning.kind)),
  )

/** `new members per month`: each row is new when it begins. */
function isNew(chart: Chart, from: number): readonly Mention[] {
  const isWord = chart.words[from]?.lower === 'new' && !isKnown(chart, from) && isEntityAt(chart, from + 1)
  return isWord && asksWhen(chart) ? [empty('new rows', from, from + 1)] : []
}

/** `slowest to respond`, `longer than 48 hours to resolve`: the verb of a column that says how long it takes. */
function isProcess(chart: Chart, from: number): readonly Mention[] {
  const [to, verb] = chart.words.slice(from, from + 2)
  if (to?.lower !== 'to' || verb === undefined) return []
  const isOfLength = chart.model.columns.some(
    ({ role, name, kind }) =>
      role === 'measure' &&
      (kind === 'duration' ||
        /(minute|hour|day|second|time|duration|min|sec|hrs)s?\b/i.test(wordsOfName(name).join(' '))) &&
      wordsOfName(name).some(
        (word) => word.length > 4 && verb.lower.length > 4 && stem(word).slice(0, 5) === verb.stem.slice(0, 5),
      ),
  )
  return isOfLength ? [empty('process', from, from + 2, 0.98)] : []
}

const counting = /^(volume|volumes|count|counts|numbers|tally|total count)$/

/** `by ticket volume`, `order count`: how many rows there are. */
function isCount(chart: Chart, from: number): readonly Mention[] {
  if (!isEntityAt(chart, from) || !counting.test(chart.words[from + 1]?.lower ?? '')) return []
  const words = wordsOfMatch(chart, { from, to: from + 2 })
  const start = chart.words[from - 1]?.lower === 'by' ? from - 1 : from
  const piece: Piece = { measures: [{ column: null, aggregate: 'count', isSaid: true, words }] }
  return [{ from: start, to: from + 2, score: 0.98, meaning: { kind: 'piece', rule: 'count of rows', piece } }]
}

/** `cancellation rate`, `churn rate`: the part of the rows of which it is known when that happened. */
function isEventRate(chart: Chart, from: number): readonly Mention[] {
  if (!/^rates?$/.test(chart.words[from + 1]?.lower ?? '')) return []
  const said = chart.words[from]?.lower ?? ''
  const column = chart.model.columns.find(
    (each) =>
      isMoment(each) &&
      each.nulls > 0 &&
      flagOf(each) === null &&
      (events.get(said) ?? said)
        .split(' ')
        .some((word) => wordsOfName(each.name).some((own) => own.length > 4 && own.slice(0, 5) === word.slice(0, 5))),
  )
  if (column === undefined) return []
  const filter = { op: 'not' as const, filter: { op: 'isNull' as const, column: column.name } }
  const words = wordsOfMatch(chart, { from, to: from + 2 })
  const as = `Share of rows where ${column.label} is known`
  const asked = { aggregate: 'count' as const, filter, share: 'group' as const, as }
  const piece: Piece = { measures: [{ column: null, aggregate: 'count', isSaid: true, words, asked }] }
  return [{ from, to: from + 2, score: 0.93, meaning: { kind: 'piece', rule: 'event rate', piece } }]
}

const events: ReadonlyMap<string, string> = new Map([
  ['churn', 'churned cancelled cancellation terminated'],
  ['attrition', 'terminated termination left departure exited'],
  ['turnover', 'terminated termination left departure'],
])

/** Words that say no more than the data does where they stand, and how many or which part of the rows they ask for. */
export const plainWordsRule: Rule = {
  spec: 'K47',
  find: (chart, from) => [isNew, isProcess, isCount, isEventRate].flatMap((find) => find(chart, from)),
}
