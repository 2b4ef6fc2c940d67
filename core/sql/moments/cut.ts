import { weekDays, type Grain } from '../../semantic/vocabulary.ts'
import { constant, type Sql, sql } from '../sql.ts'
import type { Term, Writing } from '../term.ts'
import { dateOf } from './local.ts'

/** Local dates cut to a grain from a day on: each by the first day of its period. */
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

/** The first day of a week, the last days of which may lie in the next year. */
export const daysIntoWeek = (date: Sql, writing: Writing): Sql =>
  daysFrom(writing.dialect.moments.number(date, 'dayOfWeek'), writing)

/** How many days a day of the week, 1 for Monday, lies behind the one that weeks begin with. */
export function daysFrom(dayOfWeek: Sql, { dialect, reckoning }: Writing): Sql {
  const first = weekDays.indexOf(reckoning.weekStart) + 1
  return remainder(first === 7 ? dayOfWeek : sql`(${dayOfWeek} + ${constant(7 - first)})`, 7, { dialect })
}

/** How many months of its quarter or year lie behind a date's. */
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
