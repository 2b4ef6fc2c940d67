import { hashNumber, joined, mix } from './hash.ts'
import { wordsOfName } from './name-words.ts'
import type { ColumnProfile } from './profile.ts'
import type { SampledRows } from './row-sample.ts'
import type { KeyCandidate } from './table-profile.ts'

const maxKeys = 8
/** Maximum columns combined to pairs and triples: those with the most distinct values. */
const maxCombined = 12
/** Maximum share of repeated rows at which a column still counts as a broken key. */
const brokenShare = 0.01
const minRows = 10
const longestKey = 64
/**
 * Minimum repeats that chance would produce in the sample; with fewer expected, a unique combination proves nothing.
 */
const expectedRepeats = 10
const keyWords = new Set(
  'id key code number no nr num uuid guid sku isbn iban email mail serial ref reference'.split(' '),
)

/** A column's index and profile. */
type Place = { readonly index: number; readonly column: ColumnProfile; readonly filled: number }

const isNamedKey = ({ name }: ColumnProfile): boolean => wordsOfName(name).some((word) => keyWords.has(word))

/** Amounts and prose are often unique without identifying rows. */
const canBeKey = ({ type, text }: ColumnProfile): boolean =>
  type !== 'decimal' && type !== 'boolean' && (text?.longest ?? 0) <= longestKey

function singleKey({ column, filled }: Place): KeyCandidate | null {
  const nulls = column.nulls + column.oddCount
  if (nulls > filled * brokenShare) return null
  const order = column.numbers?.shape?.order
  const isOrdered = order === 'increasing' || order === 'decreasing'
  const repeated = isOrdered ? 0 : Math.max(0, filled - column.distinct.count)
  const exact = column.distinct.exact || isOrdered
  const key = { columns: [column.name], repeated: exact ? repeated : 0, nulls, exact }
  if (repeated === 0) return key
  // An estimated distinct count is off by up to 2 %.
  const isNear = repeated <= filled * (exact ? brokenShare : 2 * brokenShare)
  return isNear && isNamedKey(column) ? key : null
}

/** True if no two sampled rows agree in these columns. */
function isUnique(columns: readonly Float64Array[], rows: number): boolean {
  const seen = new Set<number>()
  for (let row = 0; row < rows; row++) {
    let [first, second] = [1, 2]
    for (const values of columns) {
      const value = values[row] as number
      first = mix(first ^ hashNumber(value, 1))
      second = mix((second + hashNumber(value, 2)) | 0)
    }
    seen.add(joined(first, second))
    if (seen.size <= row) return false
  }
  return true
}

/** Combinations of `size` items, in order. */
function combinations<One>(all: readonly One[], size: number): (readonly One[])[] {
  if (size === 0) return [[]]
  return all.flatMap((one, at) => combinations(all.slice(at + 1), size - 1).map((rest) => [one, ...rest]))
}

function combinedKeys(places: readonly Place[], sample: SampledRows, size: number): KeyCandidate[] {
  const rows = sample.rows.length
  return combinations(places, size).flatMap((group) => {
    const room = group.reduce((product, { column }) => product * column.distinct.count, 1)
    if (room < rows) return []
    if (!sample.isWhole && (rows * rows) / (2 * room) < expectedRepeats) return []
    const columns = group.map(({ index }) => sample.columns[index] ?? new Float64Array(rows))
    if (!isUnique(columns, rows)) return []
    return [{ columns: group.map(({ column }) => column.name), repeated: 0, nulls: 0, exact: sample.isWhole }]
  })
}

/** Columns, or pairs and triples of columns, that identify rows, or all but a few. */
export function keyCandidates(columns: readonly ColumnProfile[], rows: number, sample: SampledRows): KeyCandidate[] {
  if (rows < minRows) return []
  const places = columns
    .map((column, index) => ({ index, column, filled: rows - column.nulls - column.oddCount }))
    .filter(({ column }) => canBeKey(column))
  const singles = places.flatMap((place) => singleKey(place) ?? [])
  if (singles.length > 0) return singles.sort((a, b) => a.repeated - b.repeated).slice(0, maxKeys)
  const whole = places
    .filter(({ filled, column }) => filled === rows && column.distinct.count > 1)
    .sort((a, b) => b.column.distinct.count - a.column.distinct.count)
    .slice(0, maxCombined)
    .sort((a, b) => a.index - b.index)
  const pairs = combinedKeys(whole, sample, 2)
  return (pairs.length > 0 ? pairs : combinedKeys(whole, sample, 3)).slice(0, maxKeys)
}
