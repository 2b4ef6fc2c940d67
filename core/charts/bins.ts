/** About this many bars show a shape without noise. */
const wanted = 24

/** The smallest of 1, 2, 2.5 and 5 times a power of ten that is no smaller than the width asked for. */
function roundWidth(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width))
  const step = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= width * 0.999_999) ?? 10
  return step * power
}

export type Bins = { readonly starts: readonly number[]; readonly counts: readonly number[]; readonly width: number }

/** Counts values in bins of equal, round width; values that are not numbers are left out. */
export function binValues(values: readonly number[]): Bins | null {
  const numbers = values.filter((value) => Number.isFinite(value))
  if (numbers.length === 0) return null
  const min = numbers.reduce((least, value) => Math.min(least, value))
  const max = numbers.reduce((most, value) => Math.max(most, value))
  const width = max > min ? roundWidth((max - min) / wanted) : Math.max(1, roundWidth(Math.abs(max) || 1))
  const first = Math.floor(min / width)
  const counts = Array.from({ length: Math.floor(max / width) - first + 1 }, () => 0)
  for (const value of numbers) {
    const at = Math.floor(value / width) - first
    counts[at] = (counts[at] ?? 0) + 1
  }
  return { starts: counts.map((_, at) => (first + at) * width), counts, width }
}
