import { isClockUnit, type Unit } from '../../../semantic/formula/functions/dates.ts'
import { months } from '../../../table/months.ts'
import { constant, list, type Sql, sql } from '../../sql.ts'
import { daysOf, inYears, local, within } from '../moments.ts'
import { at, type Argument, literalOf, type Writer, type Writing } from '../written.ts'
import { truncated } from './numbers.ts'
import { day, hour, minute, second, week as weekLength } from '../../../table/time-units.ts'

const lengths = { second, minute, hour, day, week: weekLength }
const monthsIn = { month: 1, quarter: 3, year: 12 }

type DateNumber = Parameters<Writing['dialect']['moments']['number']>[1]

const numberOf = (date: Sql, which: DateNumber, { dialect }: Writing): Sql =>
  dialect.numbers.real(dialect.moments.number(date, which))

const numbered =
  (which: DateNumber): Writer =>
  (parts, writing) =>
    numberOf(at(parts, 0).value, which, writing)

/** A clock unit within the next larger one. */
const clock =
  (size: number, whole: number): Writer =>
  (parts, writing) =>
    sql`FLOOR(${within(local(at(parts, 0).value, writing), whole)} / ${constant(size)}e0)`

/** ISO 8601 assigns a week to the year of its Thursday. */
const week: Writer = (parts, writing) => {
  const { moments } = writing.dialect
  const date = at(parts, 0).value
  const thursday = moments.addDays(date, sql`4 - ${moments.number(date, 'dayOfWeek')}`)
  return sql`(FLOOR((${numberOf(thursday, 'dayOfYear', writing)} - 1) / 7e0) + 1)`
}

const named =
  (which: 'month' | 'dayOfWeek', words: readonly string[]): Writer =>
  (parts, writing) => {
    const of = writing.dialect.moments.number(at(parts, 0).value, which)
    const cases = words.map((word, place) => sql`WHEN ${constant(place + 1)} THEN ${text(word, writing)}`)
    return sql`CASE ${of} ${list(cases, sql` `)} END`
  }

/** A constant text, in the form the database stores text. */
const text = (word: string, { dialect }: Writing): Sql => dialect.text.read(constant(word))

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const unitOf = (parts: readonly Argument[]): Unit => literalOf(at(parts, 0)) as Unit
const isOfMonths = (unit: Unit): unit is keyof typeof monthsIn => unit in monthsIn

const truncate: Writer = (parts, writing) => {
  const [unit, { value: moment }] = [unitOf(parts), at(parts, 1)]
  if (isClockUnit(unit)) return sql`(${moment} - ${within(local(moment, writing), lengths[unit as 'hour'])})`
  return startOf(unit, moment, writing)
}

function startOf(unit: Unit, date: Sql, { dialect: { moments } }: Writing): Sql {
  if (unit === 'week') return moments.addDays(date, sql`1 - ${moments.number(date, 'dayOfWeek')}`)
  const first = moments.firstOfMonth(date)
  if (unit === 'month') return first
  const month = moments.number(date, 'month')
  if (unit === 'year') return moments.addMonths(first, sql`1 - ${month}`)
  const back = sql`CASE WHEN ${month} IN (1, 4, 7, 10) THEN 0 WHEN ${month} IN (2, 5, 8, 11) THEN -1 ELSE -2 END`
  return moments.addMonths(first, back)
}

const add: Writer = (parts, writing) => {
  const [unit, { value: amount }, moment] = [unitOf(parts), at(parts, 1), at(parts, 2)]
  if (moment.type === 'timestamp') {
    const milliseconds = sql`${amount} * ${constant(lengths[unit as 'day'])}`
    return sql`(${moment.value} + FLOOR(${milliseconds} + 0.5e0))`
  }
  const known = literalOf(at(parts, 1))
  const steps = typeof known === 'number' ? constant(Math.trunc(known)) : sql`(${truncated(amount)})`
  const { whole } = writing.dialect.numbers
  if (!isOfMonths(unit)) {
    const days = unit === 'week' ? sql`(${steps}) * 7` : steps
    return inYears(writing.dialect.moments.addDays(moment.value, whole(days)), writing)
  }
  return inYears(monthsLater(moment.value, whole(sql`(${steps}) * ${constant(monthsIn[unit])}`), writing), writing)
}

/** Adds months, clamped to the end of the month. */
function monthsLater(date: Sql, steps: Sql, { own, dialect: { moments } }: Writing): Sql {
  if (own.addMonths) return own.addMonths(date, steps)
  const first = moments.addMonths(moments.firstOfMonth(date), steps)
  const last = moments.number(moments.addDays(moments.addMonths(first, sql`1`), sql`-1`), 'day')
  const day = moments.number(date, 'day')
  return moments.addDays(first, sql`CASE WHEN ${day} < ${last} THEN ${day} ELSE ${last} END - 1`)
}

const difference: Writer = (parts, writing) => {
  const [unit, start, end] = [unitOf(parts), at(parts, 1).value, at(parts, 2).value]
  if (isClockUnit(unit)) return sql`((${end} - ${start}) / ${constant(lengths[unit as 'hour'])}e0)`
  return sql`(${countOf(unit, end, writing)} - ${countOf(unit, start, writing)})`
}

/** Number of units begun by a date, counted from a fixed origin. */
function countOf(unit: Unit, date: Sql, writing: Writing): Sql {
  if (!isOfMonths(unit)) {
    const days = daysOf(date, writing)
    return unit === 'week' ? sql`FLOOR((${days} + 3) / 7e0)` : days
  }
  const [year, month] = [numberOf(date, 'year', writing), numberOf(date, 'month', writing)]
  if (unit === 'year') return year
  return unit === 'month' ? sql`(${year} * 12 + ${month})` : sql`(${year} * 4 + FLOOR((${month} - 1) / 3e0))`
}

/** Counts from the first of the month; null if the day lies beyond the month. */
export function madeDate([year, month, day]: readonly [Sql, Sql, Sql], writing: Writing): Sql {
  const { moments, numbers } = writing.dialect
  const start = constant(Date.UTC(2000, 0, 1), 'date')
  const first = moments.addMonths(start, numbers.whole(sql`((${year}) - 2000) * 12 + (${month}) - 1`))
  const date = moments.addDays(first, numbers.whole(sql`(${day}) - 1`))
  return sql`CASE WHEN ${year} BETWEEN 1 AND 9999 AND ${month} BETWEEN 1 AND 12 AND ${day} BETWEEN 1 AND 31 THEN CASE WHEN ${numberOf(date, 'month', writing)} = ${month} THEN ${date} END END`
}

/** Date and time functions; calendar functions receive dates only. */
export const dateOperations = {
  year: numbered('year'),
  quarter: (parts, writing) => sql`FLOOR((${numberOf(at(parts, 0).value, 'month', writing)} + 2) / 3e0)`,
  month: numbered('month'),
  week,
  day: numbered('day'),
  weekday: numbered('dayOfWeek'),
  day_of_year: numbered('dayOfYear'),
  hour: clock(lengths.hour, lengths.day),
  minute: clock(lengths.minute, lengths.hour),
  second: clock(lengths.second, lengths.minute),
  month_name: named('month', months.map(capital)),
  weekday_name: named('dayOfWeek', weekdays),
  date_trunc: truncate,
  date_add: add,
  date_diff: difference,
  make_date: (parts, writing) => {
    const [year, month, day] = parts.map((part) => sql`(${truncated(part.value)})`) as [Sql, Sql, Sql]
    return madeDate([year, month, day], writing)
  },
} as const satisfies Record<string, Writer>
