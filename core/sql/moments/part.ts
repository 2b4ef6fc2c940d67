import type { DatePart } from '../../semantic/vocabulary.ts'
import { constant, type Sql, sql } from '../sql.ts'
import type { Term, Writing } from '../term.ts'
import { daysIntoWeek, monthsInto, remainder } from './cut.ts'
import { dateOf } from './local.ts'

/** A part of a local moment as an integer. */
export function partOf(local: Term, part: DatePart, writing: Writing): Sql {
  const { moments } = writing.dialect
  const date = dateOf(local, writing)
  switch (part) {
    case 'hourOfDay':
      return moments.hour(local.sql)
    case 'dayOfWeek':
    case 'dayOfYear':
      return moments.number(date, part)
    case 'dayOfMonth':
      return moments.number(date, 'day')
    case 'monthOfYear':
      return moments.number(date, 'month')
    case 'quarterOfYear':
      return sql`${wholePeriods(monthsInto(date, 12, writing), 3, writing)} + 1`
    case 'weekOfYear':
      return weekOfYear(date, writing)
  }
}

/** Week number in the year that contains the week's fourth day. */
function weekOfYear(date: Sql, writing: Writing): Sql {
  const { moments } = writing.dialect
  const fourth = moments.addDays(date, sql`3 - ${daysIntoWeek(date, writing)}`)
  return sql`${wholePeriods(sql`(${moments.number(fourth, 'dayOfYear')} - 1)`, 7, writing)} + 1`
}

/** Integer division, whatever the database means by `/`. */
const wholePeriods = (number: Sql, length: number, writing: Writing): Sql =>
  sql`(${number} - ${remainder(number, length, writing)}) / ${constant(length)}`
