import type { ColumnProfile, NumberProfile } from '../profile/profile.ts'
import { holds, isCountName, moneyWords, percentWords } from './name-hints.ts'
import { wordsOfName } from './name-words.ts'
import type { Format, Role } from './vocabulary.ts'

function formatOfMeasure(words: readonly string[], { min, max }: NumberProfile): Format {
  if (holds(words, percentWords)) return min >= -1 && max <= 1 ? 'percent' : 'number'
  return holds(words, moneyWords) && !isCountName(words) ? 'currency' : 'number'
}

/** How a column's values are written. A percentage is a fraction: one counted to 100 stays a number. */
export function formatOfColumn(column: ColumnProfile, role: Role): Format {
  if (column.type === 'date' || column.type === 'timestamp') return 'date'
  if (column.numbers === null || column.type === 'boolean' || role === 'id' || role === 'time') return 'text'
  return role === 'measure' ? formatOfMeasure(wordsOfName(column.name), column.numbers) : 'number'
}
