import type { ColumnType } from '../../table/table.ts'
import type { Format, Role } from '../vocabulary.ts'

const isMoment = (type: ColumnType): boolean => type === 'date' || type === 'timestamp'
const isNumber = (type: ColumnType): boolean => type === 'integer' || type === 'decimal'

/** Roles that a column type allows. */
export function possibleRoles(type: ColumnType): readonly Role[] {
  if (isMoment(type)) return ['time', 'dimension']
  if (type === 'integer') return ['measure', 'dimension', 'time', 'id']
  if (type === 'decimal') return ['measure', 'dimension', 'id']
  if (type === 'duration') return ['measure', 'dimension']
  return type === 'boolean' ? ['dimension', 'measure'] : ['dimension', 'id', 'text']
}

/** Formats that a column type allows. */
export function possibleFormats(type: ColumnType): readonly Format[] {
  if (isMoment(type)) return ['date']
  if (type === 'duration') return ['duration']
  return isNumber(type) ? ['number', 'currency', 'percent', 'percentage', 'text'] : ['text']
}
