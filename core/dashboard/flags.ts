import type { Filter } from '../query/filter.ts'
import type { SemanticColumn } from '../semantic/semantic-model.ts'

const yes = new Set(['yes', 'y', 'true', 't', 'ja', 'oui', 'si', 'sí'])
const no = new Set(['no', 'n', 'false', 'f', 'nein', 'non'])

/** The value that means yes, as the column spells it; null where it is no column of yes and no. */
function yesOf({ type, values, range, distinct }: SemanticColumn): string | number | boolean | null {
  if (distinct !== 2) return null
  if (type === 'boolean') return true
  if (type === 'integer') return range?.min === 0 && range.max === 1 ? 1 : null
  const found = values.find((value) => yes.has(value.toLowerCase()))
  return found !== undefined && values.some((value) => no.has(value.toLowerCase())) ? found : null
}

/** Does the column say yes or no: as such, as 1 and 0, or in words? */
export const isFlag = (column: SemanticColumn): boolean => yesOf(column) !== null

/** Which rows say yes; null where the column is no flag. */
export function yesFilter(column: SemanticColumn): Filter | null {
  const value = yesOf(column)
  return value === null ? null : { op: 'in', column: column.name, values: [value] }
}
