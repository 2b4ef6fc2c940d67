import type { ColumnType } from '../../table/table.ts'
import type { Format, Role } from '../vocabulary.ts'

const isMoment = (type: ColumnType): boolean => type === 'date' || type === 'timestamp'
const isNumber = (type: ColumnType): boolean => type === 'integer' || type === 'decimal'

/** What a column of a type can be to people. */
export function possibleRoles(type: ColumnType): readonly Role[] {
  if (isMoment(type)) return ['time', 'dimension']
  if (type === 'integer') return ['measure', 'dimension', 'time', 'id']
  if (type === 'decimal') return ['measure', 'dimension', 'id']
  if (type === 'duration') return ['measure', 'dimension']
  return type === 'boolean' ? ['dimension', 'measure'] : ['dimension', 'id', 'text']
}

/** How values of a type can be written. */
export function possibleFormats(type: ColumnType): readonly Format[] {
  if (isMoment(type)) return ['date']
  if (type === 'duration') return ['duration']
  return isNumber(type) ? ['number', 'currency', 'percent', 'percentage', 'text'] : ['text']
}
