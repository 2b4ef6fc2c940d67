import type { FormulaType } from '../types.ts'
import { defineFunction } from './function.ts'

/** Time units, shortest first. */
export const units = ['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'] as const
export type Unit = (typeof units)[number]

/** Units up to an hour keep the time of day. */
export const isClockUnit = (unit: Unit): boolean => unit === 'second' || unit === 'minute' || unit === 'hour'

const part = (help: string, example: string, aliases: readonly string[] = []) =>
  defineFunction('moment', 'integer', { help, example, aliases })
const clockPart = (help: string, example: string) => defineFunction('timestamp', 'integer', { help, example })
const inUnit = (unit: string) =>
  defineFunction('duration', 'decimal', { help: `How many ${unit} a duration lasts.`, example: `in_${unit}([Took])` })
const ofMoment = (type: FormulaType): FormulaType => (type === 'timestamp' ? 'timestamp' : 'date')

/** Date and time functions. Timestamps use the Query's time zone; weeks begin on Monday. */
export const dateFunctions = {
  year: part('The year.', 'year([Ordered])'),
  quarter: part('The quarter of the year, 1 to 4.', 'quarter([Ordered])'),
  month: part('The month, 1 to 12.', 'month([Ordered])'),
  week: part('The week of the year by ISO 8601, 1 to 53.', 'week([Ordered])', ['weeknum', 'isoweek']),
  day: part('The day of the month, 1 to 31.', 'day([Ordered])'),
  weekday: part('The day of the week, 1 for Monday to 7 for Sunday.', 'weekday([Ordered])'),
  day_of_year: part('The day of the year, 1 to 366.', 'day_of_year([Ordered])'),
  hour: clockPart('The hour, 0 to 23.', 'hour([Sent])'),
  minute: clockPart('The minute, 0 to 59.', 'minute([Sent])'),
  second: clockPart('The second, 0 to 59.', 'second([Sent])'),
  month_name: defineFunction('moment', 'text', {
    help: 'The month as a word, such as March.',
    example: 'month_name([Ordered])',
  }),
  weekday_name: defineFunction('moment', 'text', {
    help: 'The day of the week as a word, such as Monday.',
    example: 'weekday_name([Ordered])',
  }),
  date_trunc: defineFunction('unit, moment', ([, type = 'null']) => ofMoment(type), {
    help: 'The beginning of the hour, day, week, month, quarter or year that it lies in.',
    example: "date_trunc('month', [Ordered])",
    aliases: ['datetrunc'],
  }),
  date_add: defineFunction('unit, amount: number, moment', ([, , type = 'null']) => ofMoment(type), {
    help: 'So many units later, or earlier if negative; the last day of a month stays within its month.',
    example: "date_add('month', 3, [Ordered])",
    aliases: ['dateadd'],
  }),
  date_diff: defineFunction('unit, start: moment, end: moment', 'decimal', {
    help: 'How many days, weeks, months, quarters or years begin between two dates; of hours and shorter, how many passed.',
    example: "date_diff('day', [Ordered], [Sent])",
    aliases: ['datediff'],
  }),
  make_date: defineFunction('year: number, month: number, day: number', 'date', {
    help: 'The date of a year, a month and a day; null where there is no such day.',
    example: 'make_date([Quantity] + 2000, 1, 31)',
    aliases: ['datefromparts'],
  }),
  in_days: inUnit('days'),
  in_hours: inUnit('hours'),
  in_minutes: inUnit('minutes'),
  in_seconds: inUnit('seconds'),
} as const
