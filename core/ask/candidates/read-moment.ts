import type { SemanticModel } from '../../semantic/semantic-model.ts'
import { months, shortMonths } from '../../table/months.ts'
import { startOfMonth, startOfYear } from '../period.ts'
import type { Word } from '../words.ts'
import { day } from '../../table/time-units.ts'

/** A year, quarter, month or day that a question names; `next` is the word after it. */
export type Moment = { readonly from: number; readonly to: number; readonly text: string; readonly next: number }

/** The month a word names, 0 to 11; `may` only with a capital. */
export function monthOf(word: Word | undefined): number | null {
  if (word === undefined || (word.lower === 'may' && word.text === 'may')) return null
  const at = months.findIndex(
    (name, month) =>
      name === word.lower || shortMonths[month]?.toLowerCase() === word.lower || (word.lower === 'sept' && month === 8),
  )
  return at === -1 ? null : at
}

/** The years the data spans, with a little room, so that `1500` in a question on sales is no year. */
function yearsOfData(model: SemanticModel): readonly [number, number] {
  const time = model.columns.find(({ name }) => name === model.timeColumn)
  if (time?.range == null) return [0, -1]
  const isMoment = time.type === 'date' || time.type === 'timestamp'
  const yearAt = (value: number): number => (isMoment ? new Date(value).getUTCFullYear() : value)
  return [yearAt(time.range.min) - 20, yearAt(time.range.max) + 20]
}

function yearOf(word: Word | undefined, model: SemanticModel): number | null {
  if (word === undefined || !/^\d{4}$/.test(word.text)) return null
  const [first, last] = yearsOfData(model)
  const year = Number(word.text)
  return year >= first && year <= last ? year : null
}

const dayNumber = (word: Word | undefined): number | null => {
  const match = /^(\d{1,2})(st|nd|rd|th)?$/.exec(word?.lower ?? '')
  const value = Number(match?.[1] ?? 0)
  return value >= 1 && value <= 31 ? value : null
}

const dayMoment = (from: number, next: number): Moment => {
  const date = new Date(from)
  return {
    from,
    to: from + day,
    text: `${date.getUTCDate()} ${shortMonths[date.getUTCMonth()]} ${date.getUTCFullYear()}`,
    next,
  }
}

function iso(word: Word | undefined, at: number): Moment | null {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(word?.text ?? '')
  if (match === null) return null
  const [year, month] = [Number(match[1]), Number(match[2]) - 1]
  if (match[3] !== undefined) return dayMoment(Date.UTC(year, month, Number(match[3])), at + 1)
  return {
    from: startOfMonth(year, month),
    to: startOfMonth(year, month + 1),
    text: `${shortMonths[month]} ${year}`,
    next: at + 1,
  }
}

/** Month first unless that cannot be, as in `31/12/2017`. */
function slashed(word: Word | undefined, at: number): Moment | null {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/.exec(word?.text ?? '')
  if (match === null) return null
  const [first, second, written] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const year = written < 100 ? 2000 + written : written
  const [month, date] = first > 12 ? [second, first] : [first, second]
  return month < 1 || month > 12 ? null : dayMoment(Date.UTC(year, month - 1, date), at + 1)
}

type DayAndMonth = { readonly month: number; readonly date: number | null; readonly next: number }

/** `12 March`, `12th of March`. */
function dayFirst(words: readonly Word[], at: number): DayAndMonth | null {
  const date = dayNumber(words[at])
  const monthAt = words[at + 1]?.lower === 'of' ? at + 2 : at + 1
  const month = monthOf(words[monthAt])
  return date === null || month === null ? null : { month, date, next: monthAt + 1 }
}

/** `March`, `March 12`. */
function monthFirst(words: readonly Word[], at: number): DayAndMonth | null {
  const month = monthOf(words[at])
  if (month === null) return null
  const date = dayNumber(words[at + 1])
  return { month, date, next: date === null ? at + 1 : at + 2 }
}

const joins = new Set([',', 'of', 'in'])

/** `March 2024`, `12 March 2024`, `March 12, 2024`. */
function named(words: readonly Word[], at: number, model: SemanticModel): Moment | null {
  const found = monthFirst(words, at) ?? dayFirst(words, at)
  if (found === null) return null
  const { month, date } = found
  const next = joins.has(words[found.next]?.lower ?? '') ? found.next + 1 : found.next
  const year = yearOf(words[next], model)
  if (year === null) return null
  if (date !== null) return dayMoment(Date.UTC(year, month, date), next + 1)
  return {
    from: startOfMonth(year, month),
    to: startOfMonth(year, month + 1),
    text: `${shortMonths[month]} ${year}`,
    next: next + 1,
  }
}

const ordinals: ReadonlyMap<string, number> = new Map(
  Object.entries({ q1: 1, q2: 2, q3: 3, q4: 4, first: 1, second: 2, third: 3, fourth: 4 }),
)

/** The quarter that starts at a word, and the word after it: `Q1`, `first quarter`. */
function quarterAt(words: readonly Word[], at: number): { readonly number: number; readonly next: number } | null {
  const lower = words[at]?.lower ?? ''
  const number = ordinals.get(lower)
  if (number === undefined) return null
  if (lower.startsWith('q')) return { number, next: at + 1 }
  return words[at + 1]?.lower === 'quarter' ? { number, next: at + 2 } : null
}

/** `Q1 2024`, `first quarter of 2024`, `2024 Q1`. */
function quarter(words: readonly Word[], at: number, model: SemanticModel): Moment | null {
  const leading = yearOf(words[at], model)
  const found = quarterAt(words, leading === null ? at : at + 1)
  if (found === null) return null
  const told = leading === null ? yearAfter(words, found.next, model) : { year: leading, next: found.next }
  if (told === null) return null
  const { year } = told
  const { number } = found
  const from = startOfMonth(year, (number - 1) * 3)
  return { from, to: startOfMonth(year, number * 3), text: `Q${number} ${year}`, next: told.next }
}

/** Which half starts at a word, and the word after it. */
function halfAt(words: readonly Word[], at: number): { readonly number: number; readonly next: number } | null {
  const lower = words[at]?.lower ?? ''
  if (lower === 'h1' || lower === 'h2') return { number: Number(lower.slice(1)), next: at + 1 }
  if (words[at + 1]?.lower !== 'half' || (lower !== 'first' && lower !== 'second')) return null
  return { number: lower === 'first' ? 1 : 2, next: at + 2 }
}

/** `first half of 2015`, `H2 2015`. */
function half(words: readonly Word[], at: number, model: SemanticModel): Moment | null {
  const found = halfAt(words, at)
  const told = found && yearAfter(words, found.next, model)
  if (!found || !told) return null
  const from = startOfMonth(told.year, found.number * 6 - 6)
  const text = `the ${found.number === 1 ? 'first' : 'second'} half of ${told.year}`
  return { from, to: startOfMonth(told.year, found.number * 6), text, next: told.next }
}

const weeks: ReadonlyMap<string, number> = new Map(
  Object.entries({ first: 1, '1st': 1, second: 2, '2nd': 2, third: 3, '3rd': 3, fourth: 4, '4th': 4, last: 0 }),
)

/** The whole month that starts at a word, with its year or without. */
function monthAt(words: readonly Word[], at: number, model: SemanticModel): Moment | null {
  const month = named(words, at, model) ?? bare(words, at, model)
  return month && month.to - month.from >= 28 * day ? month : null
}

/** `first week of March 2019`: its days 1 to 7; the last week is its last 7 days. */
function weekOfMonth(words: readonly Word[], at: number, model: SemanticModel): Moment | null {
  const [ordinal, unit, link] = words.slice(at, at + 3).map(({ lower }) => lower)
  const number = weeks.get(ordinal ?? '')
  if (number === undefined || unit !== 'week' || !joins.has(link ?? '')) return null
  const month = monthAt(words, at + 3, model)
  if (month === null) return null
  const from = number === 0 ? month.to - 7 * day : month.from + (number - 1) * 7 * day
  return { from, to: from + 7 * day, text: `the ${words[at]?.lower} week of ${month.text}`, next: month.next }
}

/** The year that follows, the one that a later of several has, or the only one of the data. */
function yearAfter(
  words: readonly Word[],
  at: number,
  model: SemanticModel,
): { readonly year: number; readonly next: number } | null {
  const place = joins.has(words[at]?.lower ?? '') ? at + 1 : at
  const own = yearOf(words[place], model)
  if (own !== null) return { year: own, next: place + 1 }
  const later = words
    .slice(at, at + 9)
    .map((word) => yearOf(word, model))
    .find((year) => year !== null)
  if (later !== undefined && later !== null) return { year: later, next: at }
  const time = model.columns.find(({ name }) => name === model.timeColumn)
  if (time?.range == null || time.type === 'integer') return null
  const [first, last] = [new Date(time.range.min).getUTCFullYear(), new Date(time.range.max).getUTCFullYear()]
  return first === last ? { year: first, next: at } : null
}

const spelledDecades = 'twenties thirties forties fifties sixties seventies eighties nineties'.split(' ')

/** `90s`, `nineties`: the latest such ten years that the data has. */
function shortDecade(lower: string, model: SemanticModel): number | null {
  const written = /^(\d0)s$/.exec(lower)?.[1]
  const spelled = spelledDecades.indexOf(lower)
  if (written === undefined && spelled === -1) return null
  const part = written === undefined ? (spelled + 2) * 10 : Number(written)
  const [first, last] = yearsOfData(model)
  const years = [2000, 1900, 1800].map((century) => century + part)
  return years.find((year) => year <= last - 20 && year + 10 > first + 20) ?? null
}

/** `the 1990s`, `the nineties`. */
function decade(word: Word | undefined, at: number, model: SemanticModel): Moment | null {
  const lower = word?.lower ?? ''
  const written = /^(\d{3}0)s$/.exec(lower)?.[1]
  const year = written === undefined ? shortDecade(lower, model) : Number(written)
  if (year === null) return null
  return { from: startOfYear(year), to: startOfYear(year + 10), text: `the ${year}s`, next: at + 1 }
}

function wholeYear(words: readonly Word[], at: number, model: SemanticModel): Moment | null {
  const year = yearOf(words[at], model)
  return year === null ? null : { from: startOfYear(year), to: startOfYear(year + 1), text: String(year), next: at + 1 }
}

const monthLinks = new Set(['and', 'or', ',', 'to', 'through', 'until', 'till', 'vs', 'versus'])

/** The year after the last of several months: `January and February 2023`; null where none follows. */
function sharedYear(words: readonly Word[], at: number, model: SemanticModel): number | null {
  let next = at + 1
  while (monthLinks.has(words[next]?.lower ?? '') || monthOf(words[next]) !== null) next += 1
  return next > at + 1 ? yearOf(words[joins.has(words[next]?.lower ?? '') ? next + 1 : next], model) : null
}

/** A month without a year has that of the months after it, else it is the latest of that name in the data. */
function bare(words: readonly Word[], at: number, model: SemanticModel): Moment | null {
  const month = monthOf(words[at])
  const time = model.columns.find(({ name }) => name === model.timeColumn)
  if (month === null || time?.range == null || (time.type !== 'date' && time.type !== 'timestamp')) return null
  const last = new Date(time.range.max)
  const latest = last.getUTCMonth() >= month ? last.getUTCFullYear() : last.getUTCFullYear() - 1
  const year = sharedYear(words, at, model) ?? latest
  return {
    from: startOfMonth(year, month),
    to: startOfMonth(year, month + 1),
    text: `${shortMonths[month]} ${year}`,
    next: at + 1,
  }
}

/** The moment that starts at this word, if one does. */
export function moment(words: readonly Word[], at: number, model: SemanticModel): Moment | null {
  return (
    iso(words[at], at) ??
    slashed(words[at], at) ??
    quarter(words, at, model) ??
    half(words, at, model) ??
    weekOfMonth(words, at, model) ??
    named(words, at, model) ??
    decade(words[at], at, model) ??
    wholeYear(words, at, model) ??
    bare(words, at, model)
  )
}
