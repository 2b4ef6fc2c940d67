import type { Random } from '../random.ts'

const prime = 2_147_483_647n
const modulus = Number(prime)

/** Product of two numbers below 2^31 by the prime, exact in floats: the left one is split in two halves. */
function times(left: number, right: number): number {
  const high = Math.floor(left / 65_536)
  const low = left % 65_536
  return (((high * right) % modulus) * 65_536 + low * right) % modulus
}

function inverse(value: number): number {
  let [result, base, power] = [1, value, modulus - 2]
  while (power > 0) {
    if (power % 2 === 1) result = times(result, base)
    base = times(base, base)
    power = Math.floor(power / 2)
  }
  return result
}

/** Rows that no known sum tells apart, as one column: which sums it is in, and how many rows it is. */
type Columns = { readonly of: readonly (readonly number[])[]; readonly weights: readonly number[] }

function columnsOf(sums: readonly ReadonlySet<number>[], rows: number): Columns {
  const found = new Map<string, { of: number[]; weight: number }>()
  for (let row = 0; row < rows; row++) {
    const of = [...sums.keys()].filter((sum) => sums[sum]?.has(row))
    if (of.length === 0) continue
    const key = of.join()
    const known = found.get(key) ?? { of, weight: 0 }
    known.weight += 1
    found.set(key, known)
  }
  const all = [...found.values()]
  return { of: all.map(({ of }) => of), weights: all.map(({ weight }) => weight) }
}

/** Reduces the sums so that each tells of as little as possible, the columns in this order; the fewest rows one tells of. */
function fewest(sums: number, { of, weights }: Columns, order: readonly number[]): number {
  const matrix = Array.from({ length: sums }, (): Float64Array => new Float64Array(of.length))
  for (const [place, column] of order.entries())
    for (const sum of of[column] ?? []) (matrix[sum] as Float64Array)[place] = 1
  let next = 0
  for (let place = 0; place < order.length && next < sums; place++) {
    const found = matrix.findIndex((row, at) => at >= next && row[place] !== 0)
    if (found < 0) continue
    const row = matrix[found] as Float64Array
    ;[matrix[found], matrix[next]] = [matrix[next] as Float64Array, row]
    const factor = inverse(row[place] as number)
    for (let at = place; at < row.length; at++) row[at] = times(row[at] as number, factor)
    for (const [at, other] of matrix.entries()) if (at !== next && other[place] !== 0) subtract(other, row, place)
    next += 1
  }
  return Math.min(...matrix.slice(0, next).map((row) => weightOf(row, order, weights)))
}

function subtract(from: Float64Array, row: Float64Array, place: number): void {
  const factor = from[place] as number
  for (let at = place; at < row.length; at++) {
    const left = (from[at] as number) - times(factor, row[at] as number)
    from[at] = left < 0 ? left + modulus : left
  }
}

const weightOf = (row: Float64Array, order: readonly number[], weights: readonly number[]): number =>
  row.reduce((sum, value, place) => (value === 0 ? sum : sum + (weights[order[place] ?? -1] ?? 0)), 0)

/**
 * The fewest rows that some combination of known sums is found to tell of: information set decoding (Prange 1962), exact
 * arithmetic modulo a prime, once with the largest columns first and then in random orders.
 */
export function smallestCombination(
  sums: readonly ReadonlySet<number>[],
  { rows, random, tries }: { rows: number; random: Random; tries: number },
): number {
  const columns = columnsOf(sums, rows)
  const places = [...columns.of.keys()]
  if (places.length === 0) return Number.POSITIVE_INFINITY
  const largestFirst = places.toSorted((a, b) => (columns.weights[b] ?? 0) - (columns.weights[a] ?? 0))
  const orders = [
    largestFirst,
    ...Array.from({ length: tries }, () => {
      const luck = places.map((place) => random.next() ** (1 / (columns.weights[place] ?? 1)))
      return places.toSorted((a, b) => (luck[b] ?? 0) - (luck[a] ?? 0))
    }),
  ]
  return Math.min(...orders.map((order) => fewest(sums.length, columns, order)))
}
