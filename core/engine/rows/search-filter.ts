import { periodOf } from '../../query/period.ts'
import type { Filter } from '../../query/filter.ts'
import { isMoment } from '../../query/type-rules.ts'
import type { Field } from '../../table/table.ts'

/** How a column is searched for some words; null where they can be nothing of its type. */
function inColumn({ name, type }: Field, words: string): Filter | null {
  if (type === 'text') return { op: 'contains', column: name, text: words }
  if (isMoment(type)) return periodOf(words) ? { op: 'in', column: name, values: [words] } : null
  const number = type === 'boolean' ? Number.NaN : Number(words.replaceAll(',', ''))
  return Number.isNaN(number) ? null : { op: 'in', column: name, values: [number] }
}

/**
 * The rows in which some words stand: in a text anywhere, among numbers as the number, among moments as the year,
 * month or day they name. Null where there are no words; a filter that nothing passes where no column could hold them.
 */
export function searchFilter(fields: readonly Field[], words: string): Filter | null {
  const wanted = words.trim()
  if (wanted === '') return null
  return { op: 'or', filters: fields.flatMap((field) => inColumn(field, wanted) ?? []) }
}
