import { columnOf, labelOf } from '../charts/labels.ts'
import { formatCell } from '../format/format-cell.ts'
import { formatMoment } from '../format/format-moment.ts'
import { formatPart } from '../format/format-part.ts'
import { columnsOfFilter } from '../query/columns-of-query.ts'
import type { AgainstFilter, Filter, LeafFilter, RelativeFilter, Scalar } from '../query/filter.ts'
import type { SemanticColumn, SemanticModel } from '../semantic/semantic-model.ts'
import type { DatePart, Grain } from '../semantic/vocabulary.ts'
import { flagOf, isMoment } from './compose/draft.ts'
import { day } from '../table/time-units.ts'

const comparisons = { less: 'under', lessOrEqual: 'at most', greater: 'over', greaterOrEqual: 'at least' } as const
const texts = { contains: 'contains', startsWith: 'starts with', endsWith: 'ends with' } as const

const partWords: Readonly<Record<DatePart, string>> = {
  hourOfDay: 'at ',
  dayOfWeek: 'on ',
  dayOfMonth: 'on day ',
  dayOfYear: 'on day of the year ',
  weekOfYear: 'in week ',
  monthOfYear: 'in ',
  quarterOfYear: 'in ',
}

const anyOf = (values: readonly string[]): string =>
  values.length < 2 ? (values[0] ?? '') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`

function spell(value: Scalar, column: SemanticColumn | undefined): string {
  if (column === undefined) return String(value)
  const flag = flagOf(column)
  if (flag && value === flag.yes) return 'yes'
  if (flag && value === flag.no) return 'no'
  return formatCell(value, column.format, { type: column.type })
}

const relative = ({ direction, count, grain }: RelativeFilter): string =>
  count > 1
    ? `in the ${direction} ${count} ${grain}s`
    : direction === 'this'
      ? `in this ${grain}`
      : `in the ${direction} ${grain}`

const standards = { mean: 'average', median: 'median', min: 'lowest', max: 'highest' } as const

/** `the average`, `twice the average`, `the average of its Region`. */
function standardWords({ aggregate, quantile = 0.5, times = 1, within = [] }: AgainstFilter): string {
  const named =
    aggregate === 'quantile' ? `${Number((quantile * 100).toPrecision(12))} % quantile` : standards[aggregate]
  const often = times === 1 ? '' : times === 2 ? 'twice ' : `${times} times `
  return `${often}the ${named}${within.length > 0 ? ` of the same ${within.join(' and ')}` : ''}`
}

/** What a filter says of its column, after the column's name; with `not`, the opposite. */
function saysOf(filter: LeafFilter, column: SemanticColumn | undefined, isNot: boolean): string {
  const not = isNot ? 'not ' : ''
  switch (filter.op) {
    case 'isNull':
      return `is ${not}missing`
    case 'in':
      return `is ${not}${anyOf(filter.values.map((value) => spell(value, column)))}`
    case 'between':
      return `${not}between ${spell(filter.from, column)} and ${spell(filter.to, column)}`
    case 'part':
      return `is ${not}${partWords[filter.part]}${anyOf(filter.values.map((value) => formatPart(value, filter.part)))}`
    case 'relative':
      return `${not}${relative(filter)}`
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return `${not}${texts[filter.op]} “${filter.text}”`
    case 'against':
      return `${not}${comparisons[filter.is]} ${standardWords(filter)}`
    default:
      return `${not}${comparisons[filter.op]} ${spell(filter.value, column)}`
  }
}

/** From the widest: the first that a moment begins names it. */
const widths = ['year', 'quarter', 'month', 'day'] as const

function beginsOf(moment: number): readonly Grain[] {
  const date = new Date(moment)
  if (moment % day !== 0) return []
  const [month, first] = [date.getUTCMonth(), date.getUTCDate() === 1]
  return widths.filter(
    (width) => width === 'day' || (first && (width === 'month' || month % (width === 'year' ? 12 : 3) === 0)),
  )
}

const afterNext = (moment: number, grain: Grain): number => {
  const date = new Date(moment)
  const [year, month, at] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  if (grain === 'day') return moment + day
  return grain === 'year' ? Date.UTC(year + 1, month, at) : Date.UTC(year, month + (grain === 'quarter' ? 3 : 1), at)
}

/** A stretch of whole periods, up to but without its end: `in 2023`, `from Mar 2023 to May 2023`, `since 2024`. */
function stretch(from: number | null, to: number | null): string {
  const grains = [from, to].map((moment) => (moment === null ? widths : beginsOf(moment)))
  const shared = widths.find((width) => grains.every((each) => each.includes(width))) ?? null
  if (from === null) return `before ${formatMoment(to ?? 0, shared)}`
  if (to === null) return `since ${formatMoment(from, shared)}`
  const whole = shared && widths.find((width) => grains[0]?.includes(width) && afterNext(from, width) === to)
  if (whole) return `${whole === 'day' ? 'on' : 'in'} ${formatMoment(from, whole)}`
  // A quarter of several would be named by its first and last: months are read more easily.
  const unit = shared === 'quarter' ? 'month' : shared
  return `from ${formatMoment(from, unit)} to ${formatMoment(to - 1, unit)}`
}

type Bounds = { readonly column: string; readonly from: number | null; readonly to: number | null }

/** The stretch of moments that filters on one column leave; null where they say something else. */
export function boundsOf(filters: readonly Filter[], model: SemanticModel): Bounds | null {
  let bounds: Bounds | null = null
  for (const each of filters) {
    if (each.op !== 'greaterOrEqual' && each.op !== 'less') return null
    const column = columnOf(model, each.column)
    const moment = typeof each.value === 'string' ? Date.parse(each.value) : Number.NaN
    if (!column || !isMoment(column) || Number.isNaN(moment)) return null
    const known: Bounds = bounds ?? { column: each.column, from: null, to: null }
    if (known.column !== each.column) return null
    bounds = each.op === 'less' ? { ...known, to: moment } : { ...known, from: moment }
  }
  return bounds
}

/** Whole years that stand as numbers: `from 2021 to 2023`. */
function yearsOf(filters: readonly Filter[], model: SemanticModel): string | null {
  const [from, to] = filters
  if (filters.length !== 2 || from?.op !== 'greaterOrEqual' || to?.op !== 'lessOrEqual') return null
  const column = columnOf(model, from.column)
  if (from.column !== to.column || column?.role !== 'time' || isMoment(column)) return null
  return `${column.label} from ${from.value} to ${to.value}`
}

type Joined = Extract<Filter, { readonly op: 'and' | 'or' }>

/** Several conditions at once: whole years stand as one stretch. */
function wordsOfJoined({ op, filters }: Joined, model: SemanticModel, isNot: boolean): string {
  const years = op === 'and' ? yearsOf(filters, model) : null
  const said = years ?? filters.map((each) => wordsOfFilter(each, model)).join(` ${op} `)
  return isNot ? `not (${said})` : said
}

/** A year that stands as a number is a period: `Year in 2023`. */
const isOneYear = (filter: LeafFilter, column: SemanticColumn | undefined): boolean =>
  filter.op === 'in' && column?.role === 'time' && filter.values.length === 1

/** Columns that values are compared within, as people say them. */
const withLabels = (filter: LeafFilter, model: SemanticModel): LeafFilter =>
  filter.op === 'against' ? { ...filter, within: filter.within?.map((name) => labelOf(model, name)) } : filter

/** A filter in words, as chips and sentences say it: `Region is West or North`, `Sales over 500`, `Date in 2023`. */
export function wordsOfFilter(filter: Filter, model: SemanticModel, isNot = false): string {
  if (filter.op === 'not') return wordsOfFilter(filter.filter, model, !isNot)
  const bounds = boundsOf(filter.op === 'and' ? filter.filters : [filter], model)
  if (bounds) return `${labelOf(model, bounds.column)} ${isNot ? 'not ' : ''}${stretch(bounds.from, bounds.to)}`
  if ('filters' in filter) return wordsOfJoined(filter, model, isNot)
  const column = columnOf(model, filter.column)
  const says = saysOf(withLabels(filter, model), column, isNot)
  return `${labelOf(model, filter.column)} ${isOneYear(filter, column) ? says.replace(/^is (not )?/, '$1in ') : says}`
}

/** Is it of time only? */
export const isOfTime = (filter: Filter, model: SemanticModel): boolean =>
  columnsOfFilter(filter).every((name) => columnOf(model, name)?.role === 'time')
