import type { Steps } from '../../budget.ts'
import { largestOf } from './cell-sizes.ts'

/** Sums over rows that are known: each row class belongs to some cells, and the sum of every cell is known. */
export type Space = {
  /** Rows in each class; 0 where the class plays no part. */
  readonly rows: Int32Array
  /** For each way of sorting rows, the cell of each class; negative where it is in none that is known. */
  readonly sortings: readonly Int32Array[]
}

/** A class that could be singled out, and how surely: 1 is certain. */
export type AtRisk = { readonly class: number; readonly score: number }

/** Share of a cell's rows below which it counts as a combination of others: rounding errors are far smaller. */
const tolerance = 1e-7

/** Cells that are different sets of rows, each once; `of` says by sorting which of them each class is in, -1 for none. */
type Cells = { readonly count: number; readonly of: readonly Int32Array[] }

/** A number of 32 bits that looks random, the same for the same class. */
function scramble(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x45d9f3b)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  return (mixed ^ (mixed >>> 12)) >>> 0
}

/** For each cell of a sorting, a sum that only cells of the same rows share; 0 where the cell has none. */
function signatures(sorting: Int32Array, rows: Int32Array): Float64Array {
  const sums = new Float64Array(largestOf(sorting) + 1)
  for (let at = 0; at < sorting.length; at++) {
    const cell = sorting[at] as number
    if (cell < 0 || rows[at] === 0) continue
    const sum = (sums[cell] as number) + scramble(at + 1) * 1_048_576 + (scramble(~at) & 1_048_575)
    sums[cell] = sum % Number.MAX_SAFE_INTEGER
  }
  return sums
}

function distinctCells({ rows, sortings }: Space): Cells {
  const known = new Set<number>()
  const of = sortings.map((sorting) => {
    const numbers = Int32Array.from(signatures(sorting, rows), (sum) => {
      if (sum === 0 || known.has(sum)) return -1
      known.add(sum)
      return known.size - 1
    })
    return sorting.map((cell, at) => (cell < 0 || rows[at] === 0 ? -1 : (numbers[cell] as number)))
  })
  return { count: known.size, of }
}

/** The cells of a class, written into an array; how many there are. */
function cellsInto(scratch: Int32Array, { of }: Cells, at: number): number {
  let count = 0
  for (let sorting = 0; sorting < of.length; sorting++) {
    const cell = of[sorting]?.[at] as number
    if (cell >= 0) scratch[count++] = cell
  }
  return count
}

/** Classes looked at between two yields; about 2 ms. */
const classesInStep = 8192

/** How many rows each pair of cells shares, as a square matrix. */
function* sharedRows(cells: Cells, rows: Int32Array): Steps<Float64Array> {
  const { count } = cells
  const shared = new Float64Array(count * count)
  const scratch = new Int32Array(cells.of.length)
  for (let at = 0; at < rows.length; at++) {
    if (at % classesInStep === classesInStep - 1) yield
    const found = cellsInto(scratch, cells, at)
    for (let left = 0; left < found; left++) {
      const start = (scratch[left] as number) * count
      for (let right = 0; right < found; right++) {
        const place = start + (scratch[right] as number)
        shared[place] = (shared[place] as number) + (rows[at] as number)
      }
    }
  }
  return shared
}

/**
 * A generalised inverse of a symmetric matrix of known cells, in place: cells that are combinations of others are left out
 * with zeros. Gauss and Jordan, the largest remainder first.
 */
function* invert(matrix: Float64Array, count: number): Steps<Float64Array> {
  const whole = Float64Array.from({ length: count }, (_, at) => matrix[at * count + at] as number)
  const isDone = new Uint8Array(count)
  for (;;) {
    const pivot = largestRemainder(matrix, whole, isDone)
    if (pivot < 0) break
    isDone[pivot] = 1
    sweep(matrix, count, pivot)
    yield
  }
  for (let at = 0; at < count; at++) if (isDone[at] === 0) clear(matrix, count, at)
  for (let at = 0; at < matrix.length; at++) matrix[at] = -(matrix[at] as number)
  return matrix
}

function largestRemainder(matrix: Float64Array, whole: Float64Array, isDone: Uint8Array): number {
  const count = whole.length
  let best = -1
  let most = tolerance
  for (let at = 0; at < count; at++) {
    const share = isDone[at] === 1 ? 0 : (matrix[at * count + at] as number) / (whole[at] as number)
    if (share > most) [best, most] = [at, share]
  }
  return best
}

/** The sweep operator (Goodnight 1979): after it, what is left of the matrix is orthogonal to the pivot. */
function sweep(matrix: Float64Array, count: number, pivot: number): void {
  const scale = 1 / (matrix[pivot * count + pivot] as number)
  const row = matrix.slice(pivot * count, (pivot + 1) * count)
  const used = [...row.keys()].filter((at) => row[at] !== 0 && at !== pivot)
  for (const left of used) {
    const factor = (row[left] as number) * scale
    const start = left * count
    for (const right of used)
      matrix[start + right] = (matrix[start + right] as number) - factor * (row[right] as number)
  }
  for (const at of used) {
    matrix[pivot * count + at] = (row[at] as number) * scale
    matrix[at * count + pivot] = (row[at] as number) * scale
  }
  matrix[pivot * count + pivot] = -scale
}

function clear(matrix: Float64Array, count: number, at: number): void {
  for (let other = 0; other < count; other++) {
    matrix[at * count + other] = 0
    matrix[other * count + at] = 0
  }
}

/** Rows projected onto what is known: how much of a known combination that sits on one row shows on others. */
class Projection {
  readonly #inverse: Float64Array
  readonly #cells: Cells
  readonly #scratch: Int32Array

  private constructor(cells: Cells, inverse: Float64Array) {
    this.#cells = cells
    this.#scratch = new Int32Array(cells.of.length)
    this.#inverse = inverse
  }

  static *onto(cells: Cells, rows: Int32Array): Steps<Projection> {
    return new Projection(cells, yield* invert(yield* sharedRows(cells, rows), cells.count))
  }

  /** Of a row of this class, by cell: what its sum over the cells of another row gives is the projection onto that row. */
  from(at: number): Float64Array {
    const { count } = this.#cells
    const sums = new Float64Array(count)
    const found = cellsInto(this.#scratch, this.#cells, at)
    for (let cell = 0; cell < found; cell++) {
      const start = (this.#scratch[cell] as number) * count
      for (let other = 0; other < count; other++)
        sums[other] = (sums[other] as number) + (this.#inverse[start + other] as number)
    }
    return sums
  }

  share(at: number, sums: Float64Array): number {
    const found = cellsInto(this.#scratch, this.#cells, at)
    let sum = 0
    for (let cell = 0; cell < found; cell++) sum += sums[this.#scratch[cell] as number] as number
    return sum
  }

  leverage(at: number): number {
    const { count } = this.#cells
    const found = cellsInto(this.#scratch, this.#cells, at)
    let sum = 0
    for (let left = 0; left < found; left++)
      for (let right = 0; right < found; right++)
        sum += this.#inverse[(this.#scratch[left] as number) * count + (this.#scratch[right] as number)] as number
    return sum
  }
}

/** At most this many classes are compared with others in one call; more count as at risk unlooked. */
const maxCompared = 400

/** Rows of less leverage are not compared one by one: together they add at most 3 % for k = 5. */
const negligible = 1e-4

/**
 * The classes that a combination of fewer than `least` rows could single out, the surest first; see [D6]. Empty where
 * no combination of the known sums is made of fewer than `least` rows.
 */
export function* classesAtRisk(space: Space, least: number): Steps<readonly AtRisk[]> {
  const { rows } = space
  const small = [...rows.keys()].filter((at) => rows[at] !== 0 && (rows[at] as number) < least)
  const cells = distinctCells(space)
  if (small.length === 0 || cells.count === 0) return []
  yield
  const projection = yield* Projection.onto(cells, rows)
  const leverages = Float64Array.from(small, (at) => Math.max(0, projection.leverage(at)))
  const suspects = suspectsAmong(small, { rows, least, leverages })
  const others = small.filter((_, place) => (leverages[place] as number) >= negligible)
  const looked: AtRisk[] = []
  for (const suspect of suspects.slice(0, maxCompared)) {
    looked.push(compared(suspect, { projection, rows, others, least }))
    yield
  }
  const found = [...looked, ...suspects.slice(maxCompared)].filter(({ score }) => score >= 1 - tolerance)
  return found.sort((a, b) => b.score - a.score)
}

type Comparing = {
  readonly projection: Projection
  readonly rows: Int32Array
  readonly others: readonly number[]
  readonly least: number
}

/** How surely a suspect could be singled out, by what of a combination could sit on other rows. */
function compared({ class: suspect }: AtRisk, { projection, rows, others, least }: Comparing): AtRisk {
  const own = rows[suspect] as number
  const sums = projection.from(suspect)
  const leverage = projection.share(suspect, sums)
  const largest = new Largest(least - 1 - own, Math.sqrt(Math.max(0, leverage) * negligible))
  for (const at of others)
    if (at !== suspect && (rows[at] as number) <= least - 1 - own)
      largest.add(Math.abs(projection.share(at, sums)), rows[at] as number)
  return { class: suspect, score: own * leverage + largest.sum }
}

type Bounding = { readonly rows: Int32Array; readonly least: number; readonly leverages: Float64Array }

/** Classes that may be at risk: no pair of rows projects more on one another than the root of their leverages allows. */
function suspectsAmong(small: readonly number[], { rows, least, leverages }: Bounding): readonly AtRisk[] {
  const largest = leverages.reduce((most, each) => Math.max(most, each), 0)
  const suspects: AtRisk[] = []
  for (const [place, at] of small.entries()) {
    const [own, mine] = [rows[at] as number, leverages[place] as number]
    const score = own * mine + (least - 1 - own) * Math.sqrt(mine * largest)
    if (score >= 1 - tolerance) suspects.push({ class: at, score })
  }
  return suspects.sort((a, b) => b.score - a.score)
}

/** The largest sum of the weights of at most so many rows, each of which has some weight at least. */
class Largest {
  /** Descending; as many as there may be rows. */
  readonly #weights: Float64Array

  constructor(rows: number, atLeast: number) {
    this.#weights = new Float64Array(Math.max(0, rows)).fill(atLeast)
  }

  add(weight: number, rows: number): void {
    const weights = this.#weights
    for (let copy = 0; copy < rows; copy++) {
      let place = weights.length - 1
      if (place < 0 || weight <= (weights[place] as number)) return
      for (; place > 0 && (weights[place - 1] as number) < weight; place--)
        weights[place] = weights[place - 1] as number
      weights[place] = weight
    }
  }

  get sum(): number {
    return this.#weights.reduce((sum, weight) => sum + weight, 0)
  }
}
