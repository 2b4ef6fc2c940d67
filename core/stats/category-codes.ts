/** Categories coded from 0 in order of first occurrence. */
export type CategoryCodes = { readonly codes: Uint32Array; readonly categories: number }

export function categoryCodes(values: Float64Array): CategoryCodes {
  const known = new Map<number, number>()
  const codes = new Uint32Array(values.length)
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? 0
    const code = known.get(value) ?? known.size
    if (code === known.size) known.set(value, code)
    codes[row] = code
  }
  return { codes, categories: known.size }
}
