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

/** Names made of numbers alone, such as years over columns. */
const isYear = (text: string): boolean => /^(1[89]|20|21)\d\d$/.test(text.trim())

/** For (positive) or against (negative) the first cell being its column's name. */
function vote(name: string, below: readonly string[]): number {
  const kinds = below.map(kindBelow)
  const filled = kinds.filter((kind) => kind !== 'empty').length
  const values = kinds.filter((kind) => kind === 'value').length
  const own = kindOf(name)
  if (filled === 0 || own === 'empty') return 0
  if (values >= filled * 0.8) return own === 'text' ? 1 : isYear(name) ? 0 : -1
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
  const votes = first.reduce(
    (sum, name, column) =>
      sum +
      vote(
        name,
        rest.map((record) => record[column] ?? ''),
      ),
    0,
  )
  if (votes !== 0) return votes > 0
  const named = first.filter((name) => name.trim() !== '')
  return (
    named.length > 0 &&
    named.every((name) => kindOf(name) === 'text' || isYear(name)) &&
    (isDistinct(named) || rest.length > 0)
  )
}
