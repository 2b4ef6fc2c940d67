import type { Reckoning } from '../../query/calendar/calendar.ts'
import { utc } from '../../query/calendar/zone.ts'
import type { Dimension } from '../../query/dimension.ts'
import { isMoment, isQuantity } from '../../query/type-rules.ts'
import { type DatePart, dateParts, grains, weekDays } from '../../semantic/vocabulary.ts'
import { duckdb } from '../dialects/duckdb.ts'
import { tokenize } from '../gate/tokenize.ts'
import { keyOfDimension } from '../moments/key-of-dimension.ts'
import { renderWritten } from '../render.ts'
import { name, sql } from '../sql.ts'
import type { DatasetColumn } from './dataset.ts'
import { parseExpression } from './parse-expression.ts'
import { lookUp } from './look-up.ts'
import { type Call, call, type Expression, isSame, some, value } from './syntax.ts'
import { Tokens } from './tokens.ts'

/** How an expression cuts a column, and the week and year rules it implies; null if all do. */
export type Cut = {
  readonly cut: Pick<Dimension, 'grain' | 'part' | 'binWidth'>
  readonly weekStart: Reckoning['weekStart'] | null
  readonly fiscalYearStart: number | null
}

const usual: Reckoning = { weekStart: 'monday', fiscalYearStart: 1 }
const partNames: Readonly<Record<string, DatePart>> = {
  month: 'monthOfYear',
  quarter: 'quarterOfYear',
  day: 'dayOfMonth',
  dayofmonth: 'dayOfMonth',
  doy: 'dayOfYear',
  dayofyear: 'dayOfYear',
  week: 'weekOfYear',
  weekofyear: 'weekOfYear',
  isodow: 'dayOfWeek',
  hour: 'hourOfDay',
}

/** The cut of a column by an expression, as people or this program write it; null for other expressions. */
export function cutOf(node: Expression, column: DatasetColumn): Cut | null {
  const spelled = node.kind === 'call' && isMoment(column.type) ? spelledCut(node) : null
  if (spelled) return spelled
  return candidates(node, column).find((cut) => isSame(node, keyOf(cut, column, node))) ?? null
}

/** Functions that people use to cut a column, with their cut. */
const spellings: Readonly<Record<string, Cut['cut']>> = {
  'cast date': { grain: 'day' },
  ...Object.fromEntries(grains.map((grain) => [`date_trunc ${grain}`, { grain }])),
  ...Object.fromEntries(grains.map((grain) => [`datetrunc ${grain}`, { grain }])),
  ...Object.fromEntries(
    Object.entries(partNames).flatMap(([called, part]) =>
      [called, `date_part ${called}`, `datepart ${called}`].map((spelling) => [spelling, { part }]),
    ),
  ),
}

/** `date_trunc('month', column)`, `month(column)`, `date_part('month', column)`, `CAST(column AS DATE)`. */
function spelledCut({ name: called, of }: Call): Cut | null {
  const [unit, column] = of.length > 1 ? of : [null, of[0]]
  if (column?.kind !== 'column' || (unit && unit.kind !== 'value')) return null
  const cut = lookUp(spellings, unit ? `${called} ${String(unit.value).toLowerCase()}` : called)
  return cut && withReckoning(cut)
}

/** Cuts that depend on the first weekday, and those that depend on the first month of the year. */
const ofWeeks = ({ grain, part }: Cut['cut']): boolean => grain === 'week' || part === 'weekOfYear'
const ofYears = ({ grain, part }: Cut['cut']): boolean =>
  grain === 'quarter' || grain === 'year' || part === 'quarterOfYear'

const withReckoning = (cut: Cut['cut'], { weekStart, fiscalYearStart }: Reckoning = usual): Cut => ({
  cut,
  weekStart: ofWeeks(cut) ? weekStart : null,
  fiscalYearStart: ofYears(cut) ? fiscalYearStart : null,
})

/** Every cut of a column that an expression could be. */
function candidates(node: Expression, { type }: DatasetColumn): readonly Cut[] {
  if (isQuantity(type)) return widthsIn(node).map((binWidth) => withReckoning({ binWidth }))
  if (!isMoment(type)) return []
  const isDate = type === 'date'
  const cuts = [
    ...grains.filter((grain) => !isDate || grain !== 'hour').map((grain) => ({ grain })),
    ...dateParts.filter((part) => !isDate || part !== 'hourOfDay').map((part) => ({ part })),
  ]
  return cuts.flatMap((cut): readonly Cut[] => {
    if (ofWeeks(cut)) return weekDays.map((weekStart) => withReckoning(cut, { ...usual, weekStart }))
    if (!ofYears(cut)) return [withReckoning(cut)]
    return months.map((fiscalYearStart) => withReckoning(cut, { ...usual, fiscalYearStart }))
  })
}

const months = Array.from({ length: 12 }, (_, at) => at + 1)

/** Numbers that could be a bin width; widths below 1 are written as a divisor. */
function widthsIn(node: Expression): readonly number[] {
  const found = new Set<number>()
  some(node, (part) => {
    if (part.kind === 'value' && typeof part.value === 'number' && part.value > 0)
      found.add(part.value).add(1 / part.value)
    return false
  })
  return [...found]
}

/** Reads back the SQL that this program writes for a cut. */
function keyOf(
  { cut, weekStart, fiscalYearStart }: Cut,
  { name: column, type, scale }: DatasetColumn,
  node: Expression,
): Expression {
  const reckoning = { weekStart: weekStart ?? 'monday', fiscalYearStart: fiscalYearStart ?? 1 }
  const called = columnIn(node) ?? column
  const bare = name(called)
  const term = { type, sql: scale === 1 ? bare : duckdb.numbers.real(sql`${bare} * 1000`) }
  const key = keyOfDimension({ column, ...cut }, { term, offset: null }, { dialect: duckdb, zone: utc, reckoning })
  const text = renderWritten(key, duckdb)
  const tokens = tokenize(text)
  if (!tokens.ok) throw new Error(tokens.error.message)
  return parseExpression(new Tokens(text, tokens.value))
}

/** The only column of an expression; null for none or several. */
export function columnIn(node: Expression): string | null {
  const found = new Set<string>()
  some(node, (part) => {
    if (part.kind === 'column') found.add(part.path[0] ?? '')
    return false
  })
  const [only = null, ...more] = found
  return more.length === 0 ? only : null
}

/** `(key + 6) % 7`: weekdays counted from the first of the week. */
export function weekStartOf(node: Expression, key: Expression): Reckoning['weekStart'] | null {
  const from = (first: number): Expression => {
    const shifted = first === 7 ? key : call('+', [key, value(7 - first, node)], node)
    return call('%', [shifted, value(7, node)], node)
  }
  return weekDays.find((_, at) => isSame(node, from(at + 1))) ?? null
}
