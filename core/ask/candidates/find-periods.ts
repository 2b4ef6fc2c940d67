import type { SemanticModel } from '../../semantic/semantic-model.ts'
import type { Mention } from '../mention.ts'
import { startOfYear, type Period } from '../period.ts'
import type { Word } from '../words.ts'
import { moment, monthOf, type Moment } from './read-moment.ts'
import { relativePeriod } from './relative-period.ts'

type Found = { readonly period: Period; readonly to: number; readonly score: number }

const after = new Set(['after'])
const since = new Set(['since', 'starting', 'from'])
const before = new Set(['before', 'prior to', 'earlier than'])
const until = new Set(['until', 'till', 'through', 'by'])
const into = new Set(['in', 'during', 'of', 'for', 'on', 'within', 'throughout', 'from', 'the'])

const inside = ({ from, to, text }: Moment): Period => ({ from, to, text: `in ${text}` })

/** A moment on its own, or after a word that says which side of it is meant. */
function sided(words: readonly Word[], at: number, one: Moment): Found {
  const word = words[at - 1]?.lower ?? ''
  const { from, to, text } = one
  if (after.has(word)) return { period: { from: to, to: null, text: `after ${text}` }, to: one.next, score: 0.97 }
  if (before.has(word)) return { period: { from: null, to: from, text: `before ${text}` }, to: one.next, score: 0.97 }
  if (since.has(word) && word !== 'from')
    return { period: { from, to: null, text: `since ${text}` }, to: one.next, score: 0.97 }
  if (until.has(word) && word !== 'by')
    return { period: { from: null, to, text: `until ${text}` }, to: one.next, score: 0.97 }
  return { period: inside(one), to: one.next, score: into.has(word) ? 0.96 : 0.85 }
}

const leads = new Set([...after, ...since, ...before, ...until, ...into])

/** Two months in a row, `Jan-Mar`: what stands between them is no word. */
const areMonths = (words: readonly Word[], one: number, other: number): boolean =>
  monthOf(words[one]) !== null && monthOf(words[other]) !== null

/** `between A and B`, `from A to B`, `Jan-Mar 2023`. */
function ranged(words: readonly Word[], at: number, first: Moment, model: SemanticModel): Found | null {
  const lead = words[at - 1]?.lower ?? ''
  const link = words[first.next]?.lower ?? ''
  const isRange = (lead === 'between' && link === 'and') || ['to', 'through', 'until', 'till'].includes(link)
  if (!isRange && !areMonths(words, at, first.next)) return null
  const second = moment(words, isRange ? first.next + 1 : first.next, model)
  if (second === null || second.to <= first.from) return null
  const period = {
    from: first.from,
    to: second.to,
    text: `from ${first.text} to ${second.text}`,
    ends: [inside(first), inside(second)] as const,
  }
  return { period, to: second.next, score: 0.98 }
}

/** From where the words that belong to the period start: `in`, `between`, `in the year`. */
function leadFrom(words: readonly Word[], at: number): number {
  let from = at
  while (from > 0 && at - from < 3) {
    const word = words[from - 1]?.lower ?? ''
    if (!leads.has(word) && word !== 'between' && !(word === 'year' && at - from === 0)) break
    if (word === 'by' || word === 'of') break
    from -= 1
  }
  return from
}

/** The latest moment of the data: what `last month` is told from, for want of a clock. */
function lastMoment(model: SemanticModel): number | null {
  const time = model.columns.find(({ name }) => name === model.timeColumn)
  if (time?.range == null) return null
  const isMoment = time.type === 'date' || time.type === 'timestamp'
  return isMoment ? time.range.max : time.range.max >= 1000 ? startOfYear(time.range.max) : null
}

/** The stretches of time a question names; none where the data has no time. */
export function findPeriods(words: readonly Word[], model: SemanticModel): readonly Mention[] {
  const last = lastMoment(model)
  if (last === null) return []
  return words.flatMap((_, at) => {
    const relative = relativePeriod(words, at, last)
    const found: Found[] = relative ? [{ ...relative, score: 0.96 }] : []
    const one = moment(words, at, model)
    if (one !== null) found.push(ranged(words, at, one, model) ?? sided(words, at, one))
    return found.map(({ period, to, score }) => ({
      from: leadFrom(words, at),
      to,
      meaning: { kind: 'period' as const, period },
      score,
    }))
  })
}
