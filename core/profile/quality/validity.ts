import { singular, wordsOfName } from '../name-words.ts'
import type { ColumnProfile } from '../profile.ts'
import { possibleValues, type PossibleValues } from './possible-values.ts'
import type { QualityFinding, QualityPart } from './quality-part.ts'
import { counted, meanOf, percent } from './words.ts'
import { day } from '../../table/time-units.ts'

/** Columns with these words must not contain future moments. */
const pastWords = new Set(['birth', 'born', 'dob', 'birthday', 'birthdate', 'hired', 'signup', 'created', 'founded'])
const moments = new Set(['date', 'timestamp'])
const yearsAhead = 5
/** Maximum share of outliers that are reported as probable errors. */
const rareShare = 0.005

function odd({ name, type, oddCount }: ColumnProfile, rows: number): QualityFinding[] {
  if (oddCount === 0) return []
  const share = oddCount / rows
  const sentence = `${name} holds ${counted(oddCount, 'cell')} that cannot be read as ${type} (${percent(share)}).`
  return [{ column: name, count: oddCount, share, sentence, step: 'fix-odd' }]
}

function ruleFor(name: string): PossibleValues | undefined {
  const words = wordsOfName(name)
  const all = new Set([...words, ...words.map(singular)])
  return possibleValues.find(
    (rule) => rule.words.some((word) => all.has(word)) && !rule.unless.some((word) => all.has(word)),
  )
}

/** Number of values outside a range, as far as known; for columns with many values, among the ten extremes only. */
function outside({ numbers }: ColumnProfile, least: number, most: number): number {
  if (numbers === null || (numbers.min >= least && numbers.max <= most)) return 0
  const low = least === 0 && numbers.shape !== undefined ? numbers.shape.negatives : null
  const { lowest = [], highest = [] } = numbers.outliers ?? {}
  const below = low ?? Math.max(numbers.min < least ? 1 : 0, lowest.filter(({ value }) => value < least).length)
  const above = Math.max(numbers.max > most ? 1 : 0, highest.filter(({ value }) => value > most).length)
  return below + above
}

function impossible(column: ColumnProfile, rows: number): QualityFinding[] {
  const rule = column.type === 'integer' || column.type === 'decimal' ? ruleFor(column.name) : undefined
  if (rule === undefined) return []
  const count = outside(column, rule.least, rule.most)
  if (count === 0) return []
  const sentence = `${rule.says}: ${column.name} holds ${counted(count, 'value')} that ${count === 1 ? 'is' : 'are'} not.`
  return [{ column: column.name, count, share: count / rows, sentence, step: 'cap-outliers' }]
}

const isOfThePast = (name: string): boolean => wordsOfName(name).some((word) => pastWords.has(word))

function ahead({ name, type, numbers }: ColumnProfile, rows: number, now: number | null): QualityFinding[] {
  if (now === null || numbers === null || !moments.has(type) || numbers.max < now + day || !isOfThePast(name)) return []
  const sentence = `${name} reaches to ${new Date(numbers.max).toISOString().slice(0, 10)}, which is still ahead.`
  return [{ column: name, count: 1, share: 1 / rows, sentence, step: null }]
}

/** Reports a column whose last moment is years ahead although most are past. */
function farAhead({ name, type, numbers }: ColumnProfile, rows: number, now: number | null): QualityFinding[] {
  if (now === null || numbers === null || !moments.has(type) || isOfThePast(name)) return []
  if (numbers.quartiles[2] > now || numbers.max < now + yearsAhead * 365 * day) return []
  const sentence = `${name} reaches to ${new Date(numbers.max).toISOString().slice(0, 10)}, though most of it is past: a slip, or worth a look.`
  return [{ column: name, count: 1, share: 1 / rows, sentence, step: null }]
}

function farOut({ name, numbers }: ColumnProfile, rows: number): QualityFinding[] {
  const robust = numbers?.outliers?.robust
  const zScore = numbers?.outliers?.zScore
  if (!robust || !zScore || zScore.count === 0) return []
  const count = Math.min(robust.count, zScore.count)
  const share = count / rows
  if (count === 0 || share > rareShare) return []
  const sentence = `${name} holds ${counted(count, 'value')} far from all others: slips, or worth a look.`
  return [{ column: name, count, share, sentence, step: 'cap-outliers' }]
}

/**
 * Share of values that fit their column's type and the range its name implies. Outliers and far future moments are
 * reported but do not lower the score.
 */
export const validity: QualityPart = {
  title: 'Validity',
  question: 'Is every value one that can be?',
  judge: ({ profile: { columns, rows }, now }) => {
    if (rows === 0 || columns.length === 0) return null
    const wrong = columns.map((column) => [
      ...odd(column, rows),
      ...impossible(column, rows),
      ...ahead(column, rows, now),
    ])
    // The square root makes small shares count: one error in a thousand values is noticeable.
    const scores = wrong.map((found) => 1 - Math.min(1, Math.sqrt(found.reduce((sum, { share }) => sum + share, 0))))
    const told = columns.flatMap((column) => [...farAhead(column, rows, now), ...farOut(column, rows)])
    return { score: meanOf(scores), findings: [...wrong.flat(), ...told] }
  },
}
