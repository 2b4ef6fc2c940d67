import { weekDays, type Grain } from '../../semantic/vocabulary.ts'
import { constant, type Sql, sql } from '../sql.ts'
import type { Term, Writing } from '../term.ts'
import { dateOf } from './local.ts'

/** Truncates local dates to a grain of a day or longer; a period is represented by its first day. */
export function startOfGrain(local: Term, grain: Exclude<Grain, 'hour'>, writing: Writing): Sql {
  const date = dateOf(local, writing)
  const { moments } = writing.dialect
  switch (grain) {
    case 'day':
      return date
    case 'week':
      return moments.addDays(date, sql`-${daysIntoWeek(date, writing)}`)
    case 'month':
      return moments.firstOfMonth(date)
    case 'quarter':
      return startOfMonths(date, 3, writing)
    case 'year':
      return startOfMonths(date, 12, writing)
  }
}

/** Days since the start of the week; a week may end in the next year. */
export const daysIntoWeek = (date: Sql, writing: Writing): Sql =>
  daysFrom(writing.dialect.moments.number(date, 'dayOfWeek'), writing)

/** Days from the first weekday to a weekday (1 is Monday). */
export function daysFrom(dayOfWeek: Sql, { dialect, reckoning }: Writing): Sql {
  const first = weekDays.indexOf(reckoning.weekStart) + 1
  return remainder(first === 7 ? dayOfWeek : sql`(${dayOfWeek} + ${constant(7 - first)})`, 7, { dialect })
}

/** Months since the start of the quarter or year. */
export function monthsInto(date: Sql, months: 3 | 12, { dialect, reckoning }: Writing): Sql {
  const month = dialect.moments.number(date, 'month')
  return remainder(sql`(${month} + ${constant(12 - reckoning.fiscalYearStart)})`, months, { dialect })
}

function startOfMonths(date: Sql, months: 3 | 12, writing: Writing): Sql {
  const { moments } = writing.dialect
  return moments.addMonths(moments.firstOfMonth(date), sql`-${monthsInto(date, months, writing)}`)
}

export const remainder = (number: Sql, by: number, { dialect }: Pick<Writing, 'dialect'>): Sql =>
  sql`(${dialect.numbers.remainder(number, constant(by))})`
