import { isMoment } from '../compose/draft.ts'
import { monthOf } from '../candidates/read-moment.ts'
import type { Mention } from '../mention.ts'
import type { DatePart } from '../../semantic/vocabulary.ts'
import { months } from '../../table/months.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import { endingAt, wordsOfMatch, type Chart } from './chart.ts'
import { capital } from './operand.ts'
import type { Rule } from './rule.ts'

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const leads = new Set(['on', 'in', 'during', 'every', 'at', 'a', 'the', 'of', 'for'])

type Recurring = {
  readonly part: DatePart
  readonly values: readonly number[]
  readonly text: string
  readonly to: number
}

function dayAt(chart: Chart, at: number): Recurring | null {
  const word = (chart.words[at]?.lower ?? '').replace(/s$/, '')
  const day = days.indexOf(word)
  if (day >= 0)
    return {
      part: 'dayOfWeek',
      values: [day + 1],
      text: `on ${capital(days[day] ?? '')}s`,
      to: at + 1,
    }
  if (word === 'weekend') return { part: 'dayOfWeek', values: [6, 7], text: 'on weekends', to: at + 1 }
  if (word === 'weekday' && chart.words[at]?.lower === 'weekdays' && leads.has(chart.words[at - 1]?.lower ?? ''))
    return { part: 'dayOfWeek', values: [1, 2, 3, 4, 5], text: 'on weekdays', to: at + 1 }
  return null
}

const isYear = ({ text }: { readonly text: string }): boolean => /^(19|20)\d\d$/.test(text)

/** A month without a year: that month of every year. */
function monthAt(chart: Chart, at: number): Recurring | null {
  const word = chart.words[at]
  const month = monthOf(word)
  const isModal = word?.lower === 'may' && !leads.has(chart.words[at - 1]?.lower ?? '')
  if (month === null || isModal || /^\d/.test(chart.words[at + 1]?.lower ?? '')) return null
  if (chart.words.slice(at + 1, at + 4).some(isYear)) return null
  const name = capital(months[month] ?? '')
  return { part: 'monthOfYear', values: [month + 1], text: `in ${name} of any year`, to: at + 1 }
}

/** `in Q1` where the data has several years: that quarter of each. */
function quarterAt(chart: Chart, at: number): Recurring | null {
  const [, digit] = /^q([1-4])$/.exec(chart.words[at]?.lower ?? '') ?? []
  if (digit === undefined || isYear(chart.words[at - 1] ?? noWord) || chart.words.slice(at + 1, at + 4).some(isYear))
    return null
  return { part: 'quarterOfYear', values: [Number(digit)], text: `in Q${digit} of any year`, to: at + 1 }
}

const noWord = { text: '' }

/** `8pm`, `8 pm`: the hour, and the word after it. */
function hourAt(chart: Chart, at: number): { readonly hour: number; readonly to: number } | null {
  const [word = '', next = ''] = chart.words.slice(at, at + 2).map(({ lower }) => lower)
  const isSplit = next === 'am' || next === 'pm'
  const [, digits, half] = /^(\d{1,2})(am|pm)$/.exec(isSplit ? `${word}${next}` : word) ?? []
  const number = Number(digits ?? 13)
  if (number > 12) return null
  return { hour: (number % 12) + (half === 'pm' ? 12 : 0), to: isSplit ? at + 2 : at + 1 }
}

const hours = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, at) => from + at)

function hoursAt(chart: Chart, at: number): Recurring | null {
  const word = chart.words[at]?.lower ?? ''
  const found = hourAt(chart, at + 1)
  if (found === null) return null
  if (word === 'after' || word === 'since' || word === 'from')
    return { part: 'hourOfDay', values: hours(found.hour, 24), text: `from ${found.hour}:00 on`, to: found.to }
  if (word === 'before')
    return { part: 'hourOfDay', values: hours(0, found.hour), text: `before ${found.hour}:00`, to: found.to }
  return word === 'at' ? { part: 'hourOfDay', values: [found.hour], text: `at ${found.hour}:00`, to: found.to } : null
}

function leadFrom(chart: Chart, at: number): number {
  return at > 0 && leads.has(chart.words[at - 1]?.lower ?? '') ? at - 1 : at
}

function* found(chart: Chart, at: number): Generator<Recurring> {
  for (const find of [dayAt, monthAt, quarterAt, hoursAt]) {
    const one = find(chart, at)
    if (one) yield one
  }
}

/** `december or january`, `december vs january`: several of one kind. */
function joined(chart: Chart, first: Recurring): Recurring & { readonly isCompared: boolean } {
  let all = { ...first, isCompared: false }
  for (;;) {
    const link = chart.words[all.to]?.lower ?? ''
    if (!['and', 'or', ',', 'vs', 'versus', 'than'].includes(link)) return all
    const [next] = [...found(chart, all.to + 1)].filter(({ part }) => part === first.part)
    if (next === undefined) return all
    all = {
      ...all,
      values: [...all.values, ...next.values],
      text: `${all.text.replace(/ of any year$/, '')} or ${next.text.replace(/^(in|on) /, '')}`,
      to: next.to,
      isCompared: all.isCompared || link === 'vs' || link === 'versus',
    }
  }
}

/** `weekdays vs weekends`: both kinds of day set against each other. */
function kindsOfDay(chart: Chart, at: number): readonly Mention[] {
  const column = chart.model.columns.find(({ name }) => name === chart.model.timeColumn)
  const words = chart.words.slice(at, at + 5).map(({ lower }) => lower)
  const isPair = /^week(day|end)s? (vs|versus|and|or|to|against|than|compared) (to |with )?week(day|end)s?\b/.exec(
    words.join(' '),
  )
  if (!column || !isMoment(column) || isPair === null || isPair[1] === isPair[4]) return []
  const side = (kind: string | undefined) => ({
    filter: {
      op: 'part' as const,
      column: column.name,
      part: 'dayOfWeek' as const,
      values: kind === 'day' ? [1, 2, 3, 4, 5] : [6, 7],
    },
    text: kind === 'day' ? 'weekdays' : 'weekends',
  })
  const to = at + isPair[0].split(' ').length
  return [
    {
      from: at,
      to,
      score: 0.98,
      meaning: { kind: 'piece', rule: 'kinds of day', piece: { sides: [side(isPair[1]), side(isPair[4])] } },
    },
  ]
}

/** `birthday in May`, `delivered on Mondays`: other moments than the data's own, named just before. */
function namedBefore(chart: Chart, at: number): { readonly column: SemanticColumn; readonly from: number } | null {
  const from = leadFrom(chart, at)
  for (const mention of endingAt(chart.starting, from)) {
    if (mention.meaning.kind !== 'column' || mention.score < 0.8) continue
    const { column } = mention.meaning
    if (isMoment(column) && column.name !== chart.model.timeColumn) return { column, from: mention.from }
  }
  return null
}

/** `on weekends`, `on Mondays`, `after 8pm`, `in December` of any year: times that recur. */
export const recurringTimesRule: Rule = {
  spec: 'K4',
  find: (chart, at): readonly Mention[] => {
    const named = namedBefore(chart, at)
    const column = named?.column ?? chart.model.columns.find(({ name }) => name === chart.model.timeColumn)
    if (column === undefined || !isMoment(column)) return []
    const pairs = kindsOfDay(chart, at)
    if (pairs.length > 0) return pairs
    return [...found(chart, at)].flatMap((first) => {
      const { part, values, text, to, isCompared } = joined(chart, first)
      if (part === 'hourOfDay' && column.type !== 'timestamp') return []
      const from = named?.from ?? (part === 'hourOfDay' ? at : leadFrom(chart, at))
      const words = wordsOfMatch(chart, { from, to })
      const group = { column, grain: null, part, bins: null, words, isSubject: false, isPlural: false }
      return [
        {
          from,
          to,
          score: 0.97,
          meaning: {
            kind: 'piece' as const,
            rule: 'recurring times',
            piece: {
              filters: [
                {
                  filter: { op: 'part' as const, column: column.name, part, values },
                  column,
                  text: `${column.label} ${text}`,
                  words,
                  isTime: true,
                },
              ],
              ...(isCompared ? { groups: [group] } : {}),
            },
          },
        },
      ]
    })
  },
}
