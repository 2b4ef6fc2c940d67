import type { ColumnProfile } from '../profile/profile.ts'
import {
  groupWords,
  holds,
  idEndings,
  idPhrases,
  isCountName,
  meanWords,
  proseWords,
  sumWords,
  yearWords,
} from './name-hints.ts'
import { wordsOfName } from './name-words.ts'
import type { Role } from './vocabulary.ts'

/** Is it a year, written as a number? Never added up, never written with a thousands separator. */
function isYear({ name, type, numbers }: ColumnProfile): boolean {
  if ((type !== 'integer' && type !== 'decimal') || numbers === null) return false
  const { min, max } = numbers
  if (!Number.isInteger(min) || !Number.isInteger(max)) return false
  const fullYears = min >= 1000 && max <= 2200
  const shortYears = min >= 0 && max <= 99 && max - min > 3
  return holds(wordsOfName(name), yearWords) && (fullYears || (shortYears && type === 'integer'))
}

function namesId(words: readonly string[]): boolean {
  const text = words.join(' ')
  const last = words.at(-1) ?? ''
  return idEndings.has(last) || idPhrases.some((phrase) => text.endsWith(phrase)) || text === 'unnamed 0'
}

/** Whole numbers, each once, without gaps: a running number. */
function isRunningNumber({ type, distinct, numbers }: ColumnProfile, rows: number): boolean {
  if (type !== 'integer' || numbers === null || rows < 10 || distinct.count !== rows) return false
  return numbers.max - numbers.min + 1 === rows && numbers.min <= 1
}

const isFlag = ({ type, numbers, distinct }: ColumnProfile): boolean =>
  type === 'integer' && numbers?.min === 0 && numbers.max === 1 && distinct.count <= 2

const isGroup = (column: ColumnProfile, words: readonly string[]): boolean =>
  column.type === 'integer' && holds(words, groupWords) && !holds(words, sumWords) && column.distinct.count <= 60

function roleOfNumber(column: ColumnProfile, words: readonly string[], rows: number): Role {
  if (isYear(column)) return 'time'
  if (words.length === 0 || (namesId(words) && !isCountName(words))) return 'id'
  const isMeasured = holds(words, sumWords) || holds(words, meanWords)
  if (isRunningNumber(column, rows) && !isMeasured) return 'id'
  return isFlag(column) || isGroup(column, words) ? 'dimension' : 'measure'
}

function roleOfText(column: ColumnProfile, words: readonly string[], rows: number): Role {
  const isVaried = column.distinct.count > rows * 0.5 && rows > 1
  if (namesId(words)) return column.distinct.count <= 50 && !isVaried ? 'dimension' : 'id'
  if (isVaried && (column.text?.longest ?? 0) > 120) return 'text'
  return isVaried && holds(words, proseWords) ? 'text' : 'dimension'
}

/** What a column is to the person who asks, told from its type, its name and its values. */
export function roleOfColumn(column: ColumnProfile, rows: number): Role {
  const words = wordsOfName(column.name)
  switch (column.type) {
    case 'date':
    case 'timestamp':
      return 'time'
    case 'boolean':
      return 'dimension'
    case 'duration':
      return 'measure'
    case 'text':
      return roleOfText(column, words, rows)
    case 'integer':
    case 'decimal':
      return roleOfNumber(column, words, rows)
  }
}
