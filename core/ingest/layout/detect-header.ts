import { MomentScanner } from '../types/moment-scanner.ts'
import { nullTokenKind } from '../types/null-token.ts'
import { NumberScanner } from '../types/number-scanner.ts'

const encoder = new TextEncoder()
const numbers = new NumberScanner()
const moments = new MomentScanner()

type Kind = 'empty' | 'value' | 'text'

/** Is a cell a number or a moment, some other text, or nothing? */
export function kindOf(text: string): Kind {
  const trimmed = text.trim()
  if (trimmed === '') return 'empty'
  const bytes = encoder.encode(trimmed)
  const isValue = numbers.scan(bytes, 0, bytes.length, null) || moments.scan(bytes, 0, bytes.length)
  return isValue ? 'value' : 'text'
}

/** The same for a cell below the header, where `NA` and its like are nothing. */
export function kindBelow(text: string): Kind {
  const kind = kindOf(text)
  const bytes = kind === 'text' ? encoder.encode(text) : null
  return bytes !== null && nullTokenKind(bytes, 0, bytes.length) !== null ? 'empty' : kind
}

const isNumber = (text: string): boolean => {
  const bytes = encoder.encode(text.trim())
  return numbers.scan(bytes, 0, bytes.length, null)
}

/** Names made of numbers alone, such as years over columns. */
const isYear = (text: string): boolean => /^(1[89]|20|21)\d\d$/.test(text.trim())

const fewestOfSeries = 3

/** Do these count on in even steps, as the hours or days over the columns of a table do? */
function isSeries(cells: readonly string[]): boolean {
  const values = cells.filter((cell) => kindOf(cell) === 'value')
  if (values.length < fewestOfSeries || !values.every((cell) => /^\s*\d{1,4}\s*$/.test(cell))) return false
  const steps = values.slice(1).map((cell, at) => Number(cell) - Number(values[at]))
  return steps.every((step) => step === steps[0] && step > 0)
}

/** Is a first record made of words and a series of whole numbers, as no record below it is? */
const namesBySeries = ([first = [], ...below]: readonly (readonly string[])[]): boolean =>
  first.some((cell) => kindOf(cell) === 'text') && isSeries(first) && below.length > 0 && !below.some(isSeries)

/** A moment over numbers is the name of their column; a moment over moments, or a number over numbers, is one of them. */
function voteOverValues(name: string, values: readonly string[]): number {
  if (isYear(name)) return 0
  return !isNumber(name) && values.filter(isNumber).length * 2 > values.length ? 1 : -1
}

/** For (positive) or against (negative) the first cell being its column's name. */
function vote(name: string, below: readonly string[]): number {
  const kinds = below.map(kindBelow)
  const filled = kinds.filter((kind) => kind !== 'empty').length
  const values = below.filter((_, at) => kinds[at] === 'value')
  const own = kindOf(name)
  if (filled === 0 || own === 'empty') return 0
  if (values.length >= filled * 0.8) return own === 'text' ? 1 : voteOverValues(name, values)
  if (own === 'value') return isYear(name) ? 0 : -0.5
  return below.includes(name) ? -0.5 : 0
}

const isDistinct = (names: readonly string[]): boolean => new Set(names).size === names.length

const rowsExamined = 500
/** Of a wide table, fewer rows are enough. */
const cellsExamined = 200_000

/** Is the first record a header? Where nothing speaks for or against, all-different words that are not values are one. */
export function hasHeader(records: readonly (readonly string[])[]): boolean {
  const most = Math.floor(cellsExamined / Math.max(1, records[0]?.length ?? 0))
  const [first, ...rest] = records.slice(0, Math.max(20, Math.min(rowsExamined, most)))
  if (first === undefined) return false
  const isCounted = namesBySeries([first, ...rest])
  let votes = 0
  for (const [column, name] of first.entries()) {
    const below = rest.map((record) => record[column] ?? '')
    if (!isCounted || kindOf(name) !== 'value') votes += vote(name, below)
  }
  if (votes !== 0) return votes > 0
  const named = first.filter((name) => name.trim() !== '')
  return (
    named.length > 0 &&
    (isCounted || named.every((name) => kindOf(name) === 'text' || isYear(name))) &&
    (isDistinct(named) || rest.length > 0)
  )
}
