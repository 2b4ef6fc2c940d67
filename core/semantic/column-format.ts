import type { ColumnProfile } from '../profile/profile.ts'
import { holds, moneyWords, percentWords } from './name-hints.ts'
import { wordsOfName } from './name-words.ts'
import type { Format, Role } from './vocabulary.ts'

/** How a column's values are written. A percentage is a fraction: one counted to 100 stays a number. */
export function formatOfColumn(column: ColumnProfile, role: Role): Format {
  if (column.type === 'date' || column.type === 'timestamp') return 'date'
  if (column.type === 'text' || column.type === 'boolean' || role === 'id' || role === 'time') return 'text'
  if (role !== 'measure' || column.numbers === null) return 'number'
  const words = wordsOfName(column.name)
  const { min, max } = column.numbers
  if (holds(words, percentWords) && min >= -1 && max <= 1) return 'percent'
  const isCount = words[0] === 'number' || words[0] === 'num' || words.includes('count') || holds(words, percentWords)
  return holds(words, moneyWords) && !isCount ? 'currency' : 'number'
}
