import type { Correlation } from './profile.ts'

/** Sums over rows where both columns have a value. */
class PairSums {
  rows = 0
  meanA = 0
  meanB = 0
  squaresA = 0
  squaresB = 0
  products = 0

  /** Chan's merge, extended to products of two columns. */
  merge(other: PairSums): void {
    if (other.rows === 0) return
    const rows = this.rows + other.rows
    const [a, b] = [other.meanA - this.meanA, other.meanB - this.meanB]
    const weight = (this.rows * other.rows) / rows
    this.squaresA += other.squaresA + a * a * weight
    this.squaresB += other.squaresB + b * b * weight
    this.products += other.products + a * b * weight
    this.meanA += (a * other.rows) / rows
    this.meanB += (b * other.rows) / rows
    this.rows = rows
  }
}

/** A batch's column minus its mean, which limits cancellation. */
type Centred = { readonly mean: number; readonly values: Float64Array }

function centre(values: Float64Array): Centred {
  let [sum, count] = [0, 0]
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number
    if (value !== value) continue
    sum += value
    count++
  }
  const mean = count === 0 ? 0 : sum / count
  const centred = new Float64Array(values.length)
  for (let row = 0; row < values.length; row++) centred[row] = (values[row] as number) - mean
  return { mean, values: centred }
}

function pairSums(a: Centred, b: Centred): PairSums {
  let [rows, sumA, sumB, squaresA, squaresB, products] = [0, 0, 0, 0, 0, 0]
  const [left, right] = [a.values, b.values]
  for (let row = 0; row < left.length; row++) {
    const x = left[row] as number
    const y = right[row] as number
    const product = x * y
    if (product !== product) continue
    rows++
    sumA += x
    sumB += y
    squaresA += x * x
    squaresB += y * y
    products += product
  }
  const sums = new PairSums()
  if (rows === 0) return sums
  sums.rows = rows
  sums.meanA = a.mean + sumA / rows
  sums.meanB = b.mean + sumB / rows
  sums.squaresA = squaresA - (sumA * sumA) / rows
  sums.squaresB = squaresB - (sumB * sumB) / rows
  sums.products = products - (sumA * sumB) / rows
  return sums
}

/** Maximum columns correlated, in file order; work grows with the square. */
const maxColumns = 24

/** Pearson's r of every pair of the first numeric columns. */
export class Correlations {
  readonly #names: readonly string[]
  readonly #pairs: { readonly a: number; readonly b: number; readonly sums: PairSums }[] = []

  constructor(names: readonly string[]) {
    this.#names = names.slice(0, maxColumns)
    for (let a = 0; a < this.#names.length; a++) {
      for (let b = a + 1; b < this.#names.length; b++) this.#pairs.push({ a, b, sums: new PairSums() })
    }
  }

  /** Adds a batch's numeric columns, in the order of the names. */
  add(columns: readonly Float64Array[]): void {
    if (this.#pairs.length === 0) return
    const centred = columns.slice(0, maxColumns).map(centre)
    for (const { a, b, sums } of this.#pairs) {
      const [left, right] = [centred[a], centred[b]]
      if (left !== undefined && right !== undefined) sums.merge(pairSums(left, right))
    }
  }

  merge(other: Correlations): void {
    for (const [index, { sums }] of this.#pairs.entries()) {
      const part = other.#pairs[index]
      if (part !== undefined) sums.merge(part.sums)
    }
  }

  /** Pairs with a defined r: at least three rows, and neither column constant. */
  finish(): Correlation[] {
    return this.#pairs.flatMap(({ a, b, sums }) => {
      const spread = Math.sqrt(sums.squaresA) * Math.sqrt(sums.squaresB)
      if (sums.rows < 3 || !(spread > 0)) return []
      const r = Math.max(-1, Math.min(1, sums.products / spread))
      return [{ a: this.#names[a] ?? '', b: this.#names[b] ?? '', r, rows: sums.rows }]
    })
  }
}
