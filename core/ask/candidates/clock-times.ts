import { bracketed } from '../../semantic/formula/print.ts'
import type { SemanticColumn, SemanticModel } from '../../semantic/semantic-model.ts'
import { numberOf, type ComputedColumn } from '../rules/computed-column.ts'

/** `18:38`, `06:05:30`. */
const clock = /^([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/

const isClock = ({ type, values }: SemanticColumn): boolean =>
  type === 'text' && values.length > 0 && values.every((value) => clock.test(value.trim()))

/** The hour of times of day that are written as text, where one column holds such; null where none or several do. */
export function hourOfClock({ columns }: SemanticModel): ComputedColumn | null {
  const [column, ...others] = columns.filter(isClock)
  if (column === undefined || others.length > 0) return null
  const name = `Hour of ${column.label.toLowerCase()}`
  return numberOf(column, name, `trunc(number(split_part(${bracketed(column.name)}, ':', 1)))`)
}
