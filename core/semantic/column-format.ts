import type { ColumnProfile, NumberProfile } from '../profile/profile.ts'
import { holds, isCountName, moneyWords, percentWords } from './name-hints.ts'
import { wordsOfName } from '../profile/name-words.ts'
import type { Format, Role } from './vocabulary.ts'

/** Names that state that numbers are in hundredths. */
const hundredthWords: ReadonlySet<string> = new Set(['percent', 'pct', 'percentage'])
const currencySigns: ReadonlySet<string> = new Set(['$', '€', '£', '¥', '₹', 'CHF', 'USD', 'EUR', 'GBP'])

function formatOfPart(words: readonly string[], { min, max }: NumberProfile): Format {
  if (min >= -1 && max <= 1) return 'percent'
  return holds(words, hundredthWords) && min >= -100 && max > 2 && max <= 100 ? 'percentage' : 'number'
}

function formatOfMeasure({ name, unit }: ColumnProfile, numbers: NumberProfile): Format {
  const words = wordsOfName(name)
  if (unit === '%') return 'percentage'
  if (unit !== undefined && currencySigns.has(unit)) return 'currency'
  if (holds(words, percentWords)) return formatOfPart(words, numbers)
  return holds(words, moneyWords) && !isCountName(words) ? 'currency' : 'number'
}

/** The default format of a column; signs in the file count more than the name. */
export function formatOfColumn(column: ColumnProfile, role: Role): Format {
  if (column.type === 'date' || column.type === 'timestamp') return 'date'
  if (column.type === 'duration') return 'duration'
  if (column.numbers === null || column.type === 'boolean' || role === 'id' || role === 'time') return 'text'
  return role === 'measure' ? formatOfMeasure(column, column.numbers) : 'number'
}
