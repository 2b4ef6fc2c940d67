import { periodOf } from '../../query/period.ts'
import type { Filter } from '../../query/filter.ts'
import { isMoment } from '../../query/type-rules.ts'
import type { Field } from '../../table/table.ts'

/** The filter that searches a column for the words; null if no value of its type could match. */
function inColumn({ name, type }: Field, words: string): Filter | null {
  if (type === 'text') return { op: 'contains', column: name, text: words }
  if (isMoment(type)) return periodOf(words) ? { op: 'in', column: name, values: [words] } : null
  const number = type === 'boolean' ? Number.NaN : Number(words.replaceAll(',', ''))
  return Number.isNaN(number) ? null : { op: 'in', column: name, values: [number] }
}

/**
 * Matches rows that contain the words: as a substring of text, as a number, or as the year, month or day of a moment.
 * Returns null without words, and a filter that passes no row if no column could match.
 */
export function searchFilter(fields: readonly Field[], words: string): Filter | null {
  const wanted = words.trim()
  if (wanted === '') return null
  return { op: 'or', filters: fields.flatMap((field) => inColumn(field, wanted) ?? []) }
}
