import type { Zone } from '../../query/calendar/zone.ts'
import { constant, list, type Sql, sql } from '../sql.ts'
import type { Writing } from './written.ts'

/** Zone transitions are written between these years; the nearest offset applies outside. */
const [earliest, latest] = [Date.UTC(1850, 0, 1), Date.UTC(2100, 0, 1)]

/** Local time in milliseconds: the instant plus its offset. */
export function local(instant: Sql, { zone }: Writing): Sql {
  const offset = offsetOf(instant, zone)
  return offset === null ? instant : sql`(${instant} + ${offset})`
}

function offsetOf(instant: Sql, zone: Zone): Sql | null {
  const transitions = zone.transitions(earliest, latest)
  const [first, ...later] = transitions
  if (!first || (later.length === 0 && first.offset === 0)) return null
  if (later.length === 0) return constant(first.offset)
  // Latest transitions come first, because most moments are recent.
  const cases = later
    .toReversed()
    .map(({ from, offset }) => sql`WHEN ${instant} >= ${constant(from)} THEN ${constant(offset)}`)
  return sql`CASE ${list(cases, sql` `)} ELSE ${constant(first.offset)} END`
}

/** Milliseconds since 1970 as a database timestamp. */
export const timestampOf = (milliseconds: Sql, { dialect }: Writing): Sql =>
  dialect.moments.read(dialect.numbers.whole(milliseconds), 'milliseconds')

/** A database timestamp as milliseconds since 1970. */
export const millisecondsOf = (timestamp: Sql, { dialect }: Writing): Sql =>
  dialect.numbers.real(dialect.moments.milliseconds(timestamp))

/** Days since 1970 of a date. */
export const daysOf = (date: Sql, writing: Writing): Sql =>
  sql`FLOOR(${millisecondsOf(writing.dialect.moments.timestampOf(date), writing)} / 86400000e0)`

/** Nonnegative remainder. */
export const within = (of: Sql, size: number): Sql =>
  sql`(${of} - ${constant(size)} * FLOOR(${of} / ${constant(size)}e0))`

/** A date, or null outside the years 1 to 9999. */
export const inYears = (date: Sql, { own }: Writing): Sql =>
  own.hasFarDates ? sql`CASE WHEN ${date} BETWEEN ${firstDate} AND ${lastDate} THEN ${date} END` : date

const firstDate = constant(-62_135_596_800_000, 'date')
const lastDate = constant(253_402_214_400_000, 'date')
