import { readDuration } from '../../../table/duration.ts'
import type { Expression } from '../expression.ts'
import { isClockUnit, type Unit } from '../functions/dates.ts'
import { type NamedPeriod, namedPeriod } from '../moment-text.ts'
import { literal, operation, type Part, typeOf, wrongType } from './part.ts'

const isMoment = (part: Part): boolean => typeOf(part) === 'date' || typeOf(part) === 'timestamp'

/** The text of a literal, or null. */
export const textIn = ({ expression }: Part): string | null =>
  expression.kind === 'literal' && typeof expression.value === 'string' ? expression.value : null

/** A timestamp's date in the Query's zone; a date unchanged. */
export const dayOf = (moment: Expression): Expression =>
  moment.type === 'timestamp' ? operation('date', 'date', moment) : moment

/** The start of a moment's period. */
export const truncated = (unit: Unit, moment: Expression): Expression =>
  isClockUnit(unit)
    ? operation('date_trunc', 'timestamp', literal('text', unit), moment)
    : unit === 'day'
      ? dayOf(moment)
      : operation('date_trunc', 'date', literal('text', unit), dayOf(moment))

function periodIn(part: Part): NamedPeriod {
  const text = (textIn(part) ?? '').trim()
  const period = namedPeriod(text)
  if (period !== null) return period
  const isTime = /^\d{4}-\d{2}-\d{2}[T ]\d/.test(text)
  return wrongType(
    part,
    `“${text}” is no ${isTime ? 'time with a zone' : 'date'}.`,
    isTime ? 'Write it as 2024-03-01T09:30:00Z.' : 'Write it as 2024, 2024-03 or 2024-03-01.',
  )
}

/** Both sides of a comparison; text beside a moment or duration is parsed as one. */
export function comparable(left: Part, right: Part): readonly [Expression, Expression] {
  if (isMoment(left) && textIn(right) !== null) return compareMoment(left, right)
  if (isMoment(right) && textIn(left) !== null) {
    const [a, b] = compareMoment(right, left)
    return [b, a]
  }
  if (typeOf(left) === 'duration' && textIn(right) !== null) return [left.expression, durationIn(right)]
  if (typeOf(right) === 'duration' && textIn(left) !== null) return [durationIn(left), right.expression]
  const mixes = isMoment(left) && isMoment(right) && typeOf(left) !== typeOf(right)
  return mixes ? [dayOf(left.expression), dayOf(right.expression)] : [left.expression, right.expression]
}

function compareMoment(moment: Part, text: Part): readonly [Expression, Expression] {
  const { unit, start } = periodIn(text)
  if (unit !== null) return [truncated(unit, moment.expression), literal('date', start)]
  if (typeOf(moment) === 'timestamp') return [moment.expression, literal('timestamp', start)]
  return wrongType(text, 'A date has no time of day.', 'Write the date alone, as in 2024-03-01.')
}

function durationIn(part: Part): Expression {
  const text = textIn(part) ?? ''
  const duration = readDuration(text)
  return duration === null
    ? wrongType(part, `“${text}” is no duration.`, 'Write it as 1:30:00 or 90 min.')
    : literal('duration', duration.milliseconds)
}

/** If one value is a date, texts that are dates become dates. */
export function agreeing(parts: readonly Part[]): readonly Part[] {
  const moment = parts.find(isMoment)
  if (!moment || !parts.some((part) => textIn(part) !== null)) return parts
  return parts.map((part) => {
    if (textIn(part) === null) return part
    const { unit, start } = periodIn(part)
    const type = unit === null ? 'timestamp' : 'date'
    if (type === typeOf(moment) && (unit === null || unit === 'day'))
      return { ...part, expression: literal(type, start) }
    const wanted = typeOf(moment) === 'date' ? '2024-03-01' : '2024-03-01T09:30:00Z'
    return wrongType(part, `“${textIn(part) ?? ''}” does not fit the other dates here.`, `Write it as ${wanted}.`)
  })
}
