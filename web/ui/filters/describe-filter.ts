import { formatPart } from '#core/format/format-part.ts'
import { formatCell } from '#core/format/format-cell.ts'
import type { AgainstFilter, Filter, RelativeFilter, Scalar } from '#core/query/filter.ts'
import type { DatePart } from '#core/semantic/vocabulary.ts'
import type { SemanticColumn, SemanticModel } from '#core/semantic/semantic-model.ts'
import { day } from '#core/table/time-units.ts'

type OnColumn = Extract<Filter, { readonly column: string }>
type Compared = { readonly op: keyof typeof comparisons; readonly value: Scalar }

const comparisons = { less: 'below', lessOrEqual: 'at most', greater: 'above', greaterOrEqual: 'at least' } as const
const texts = { contains: 'contains', startsWith: 'starts with', endsWith: 'ends with' } as const

/** Prefix of part numbers without a name. */
const partWords: Readonly<Record<DatePart, string>> = {
  hourOfDay: 'at ',
  dayOfWeek: 'on ',
  dayOfMonth: 'on day ',
  dayOfYear: 'on day of the year ',
  weekOfYear: 'in week ',
  monthOfYear: 'in ',
  quarterOfYear: 'in ',
}

const spell = (value: Scalar, column: SemanticColumn | undefined): string =>
  formatCell(value, column?.format ?? 'text', column ? { type: column.type } : {})

function list(values: readonly string[]): string {
  if (values.length > 3) return `${values.slice(0, 2).join(', ')} or ${values.length - 2} more`
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`
}

/** The last day before an exclusive end: `< 2024-04-01` ends on 31 March. */
function lastIncluded(value: Scalar, column: SemanticColumn | undefined): Scalar {
  const isMoment = column?.type === 'date' || column?.type === 'timestamp'
  if (!isMoment || !/^\d{4}-\d\d-\d\d$/u.test(String(value))) return value
  return new Date(Date.parse(String(value)) - day).toISOString().slice(0, 10)
}

const relative = ({ direction, count, grain }: RelativeFilter): string =>
  count === 1
    ? `is in the ${direction} ${grain}`.replace('the this', 'this')
    : `is in the ${direction} ${count} ${grain}s`

const standards = { mean: 'average', median: 'median', quantile: 'quantile', min: 'lowest', max: 'highest' } as const

function against({ is, aggregate, times = 1, within = [] }: AgainstFilter): string {
  const often = times === 1 ? '' : `${times} times `
  const same = within.length > 0 ? ` of the same ${within.join(' and ')}` : ''
  return `${comparisons[is]} ${often}the ${standards[aggregate]}${same}`
}

function what(filter: OnColumn, column: SemanticColumn | undefined): string {
  if (filter.op === 'relative') return relative(filter)
  if (filter.op === 'against') return against(filter)
  if (filter.op === 'part')
    return `is ${partWords[filter.part]}${list(filter.values.map((value) => formatPart(value, filter.part)))}`
  if ('values' in filter) return `is ${list(filter.values.map((value) => spell(value, column)))}`
  if ('text' in filter) return `${texts[filter.op]} “${filter.text}”`
  if ('from' in filter) return `${spell(filter.from, column)} – ${spell(filter.to, column)}`
  if ('value' in filter) return `${comparisons[(filter as Compared).op]} ${spell(filter.value, column)}`
  return 'is empty'
}

/** The negated filter in words. */
function whatNot(filter: OnColumn, column: SemanticColumn | undefined): string {
  if (filter.op === 'isNull') return 'has a value'
  const said = what(filter, column)
  return said.startsWith('is ') ? `is not ${said.slice(3)}` : `not ${said}`
}

/** Recognises a half-open range: a period or a bin. */
function asRange(filters: readonly Filter[]): { from: Scalar; before: Scalar; column: string } | null {
  const [from, before] = filters
  if (filters.length !== 2 || from?.op !== 'greaterOrEqual' || before?.op !== 'less') return null
  return from.column === before.column ? { from: from.value, before: before.value, column: from.column } : null
}

/** A filter in words: `Region is North or South`, `Order date 1 Mar 2024 – 31 Mar 2024`. */
export function describeFilter(filter: Filter, model: SemanticModel | null): string {
  const columnOf = (name: string): SemanticColumn | undefined =>
    [...(model?.columns ?? []), ...(model?.calculations ?? [])].find((column) => column.name === name)
  const label = (name: string): string => columnOf(name)?.label ?? name
  if ('filter' in filter && 'column' in filter.filter)
    return `${label(filter.filter.column)} ${whatNot(filter.filter, columnOf(filter.filter.column))}`
  if ('filter' in filter) return `not ${describeFilter(filter.filter, model)}`
  if (filter.op === 'against')
    return `${label(filter.column)} ${against({ ...filter, within: filter.within?.map(label) })}`
  if ('column' in filter) return `${label(filter.column)} ${what(filter, columnOf(filter.column))}`
  const range = asRange(filter.filters)
  if (!range) return filter.filters.map((each) => describeFilter(each, model)).join(` ${filter.op} `)
  const column = columnOf(range.column)
  return `${label(range.column)} ${spell(range.from, column)} – ${spell(lastIncluded(range.before, column), column)}`
}
