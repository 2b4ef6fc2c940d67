import { NumberIndex } from './number-index.ts'

export type NumberDictionary = { readonly numbers: Float64Array; readonly codes: Int32Array }

/** Maximum dictionary size; columns with more distinct numbers are stored plainly. */
const maxNumbers = 16_384
const sampleSize = 2048

/** The distinct numbers and one code per value, or null if few numbers repeat. `values` contains no NaN. */
export function numberDictionary(values: Float64Array): NumberDictionary | null {
  if (values.length === 0 || !repeatsOften(values)) return null
  const index = new NumberIndex()
  const codes = new Int32Array(values.length)
  for (let row = 0; row < values.length; row++) {
    codes[row] = index.idOf(values[row] as number)
    if (index.size > maxNumbers) return null
  }
  return index.size * 4 < values.length ? { numbers: index.numbers, codes } : null
}

/** Estimates repetition from a sample spread evenly over the column. */
function repeatsOften(values: Float64Array): boolean {
  const step = Math.max(1, Math.floor(values.length / sampleSize))
  const index = new NumberIndex()
  let seen = 0
  for (let row = 0; row < values.length; row += step, seen++) index.idOf(values[row] as number)
  return index.size < seen * 0.8
}
