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

/** Cells that are different sets of rows, each once; `of` lists the cells of each class. */
type Cells = { readonly count: number; readonly of: readonly (readonly number[])[] }

/** A number of 32 bits that looks random, the same for the same class. */
function scramble(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x45d9f3b)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  return (mixed ^ (mixed >>> 12)) >>> 0
}

/** For each cell of a sorting, a sum that only cells of the same rows share. */
function signatures(sorting: Int32Array, rows: Int32Array): ReadonlyMap<number, number> {
  const sums = new Map<number, number>()
  for (let at = 0; at < sorting.length; at++) {
    const cell = sorting[at] as number
    if (cell < 0 || rows[at] === 0) continue
    sums.set(cell, ((sums.get(cell) ?? 0) + scramble(at + 1) * 2_097_152 + scramble(~at)) % Number.MAX_SAFE_INTEGER)
  }
  return sums
}

function distinctCells({ rows, sortings }: Space): Cells {
  const numbers = new Map<number, number>()
  const of: number[][] = Array.from({ length: rows.length }, () => [])
  for (const sorting of sortings) {
    const sums = signatures(sorting, rows)
    const numberOf = new Map<number, number>()
    for (const [cell, sum] of sums) {
      const isNew = !numbers.has(sum)
      if (isNew) numbers.set(sum, numbers.size)
      if (isNew) numberOf.set(cell, numbers.get(sum) as number)
    }
    for (let at = 0; at < rows.length; at++) {
      const number = rows[at] === 0 ? undefined : numberOf.get(sorting[at] as number)
      if (number !== undefined) of[at]?.push(number)
    }
  }
  return { count: numbers.size, of }
}

/** How many rows each pair of cells shares, as a square matrix. */
function sharedRows({ count, of }: Cells, rows: Int32Array): Float64Array {
  const shared = new Float64Array(count * count)
  for (const [at, cells] of of.entries()) {
    const weight = rows[at] as number
    for (const left of cells)
      for (const right of cells) shared[left * count + right] = (shared[left * count + right] as number) + weight
  }
  return shared
}

/**
 * A generalised inverse of a symmetric matrix of known cells, in place: cells that are combinations of others are left out
 * with zeros. Gauss and Jordan, the largest remainder first.
 */
function invert(matrix: Float64Array, count: number): Float64Array {
  const whole = Float64Array.from({ length: count }, (_, at) => matrix[at * count + at] as number)
  const isDone = new Uint8Array(count)
  for (;;) {
    const pivot = largestRemainder(matrix, whole, isDone)
    if (pivot < 0) break
    isDone[pivot] = 1
    sweep(matrix, count, pivot)
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

  constructor(cells: Cells, rows: Int32Array) {
    this.#cells = cells
    this.#inverse = invert(sharedRows(cells, rows), cells.count)
  }

  /** Of a row of this class, by cell: what its sum over the cells of another row gives is the projection onto that row. */
  from(at: number): Float64Array {
    const { count, of } = this.#cells
    const sums = new Float64Array(count)
    for (const cell of of[at] ?? [])
      for (let other = 0; other < count; other++)
        sums[other] = (sums[other] as number) + (this.#inverse[cell * count + other] as number)
    return sums
  }

  onto(at: number, sums: Float64Array): number {
    let sum = 0
    for (const cell of this.#cells.of[at] ?? []) sum += sums[cell] as number
    return sum
  }

  leverage(at: number): number {
    const { count, of } = this.#cells
    const cells = of[at] ?? []
    let sum = 0
    for (const one of cells) for (const other of cells) sum += this.#inverse[one * count + other] as number
    return sum
  }
}

/** At most this many classes are compared with all others in one call; more count as at risk unlooked. */
const mostCompared = 400

/**
 * The classes that a combination of fewer than `least` rows could single out, the surest first; see [D6]. Empty where
 * no combination of the known sums is made of fewer than `least` rows.
 */
export function classesAtRisk(space: Space, least: number): readonly AtRisk[] {
  const { rows } = space
  const small = [...rows.keys()].filter((at) => rows[at] !== 0 && (rows[at] as number) < least)
  const cells = distinctCells(space)
  if (small.length === 0 || cells.count === 0) return []
  const projection = new Projection(cells, rows)
  const suspects = suspectsAmong(small, { rows, least, leverage: (at) => projection.leverage(at) })
  const looked = suspects.slice(0, mostCompared).map((suspect) => {
    const own = rows[suspect.class] as number
    const sums = projection.from(suspect.class)
    const largest = new Largest(least - 1 - own)
    for (const at of small)
      if (at !== suspect.class && (rows[at] as number) <= least - 1 - own)
        largest.add(Math.abs(projection.onto(at, sums)), rows[at] as number)
    return { class: suspect.class, score: own * projection.onto(suspect.class, sums) + largest.sum }
  })
  const found = [...looked, ...suspects.slice(mostCompared)].filter(({ score }) => score >= 1 - tolerance)
  return found.sort((a, b) => b.score - a.score)
}

type Bounding = { readonly rows: Int32Array; readonly least: number; readonly leverage: (at: number) => number }

/** Classes that may be at risk: no pair of rows projects more on one another than the root of their leverages allows. */
function suspectsAmong(small: readonly number[], { rows, least, leverage }: Bounding): readonly AtRisk[] {
  const leverages = small.map(leverage)
  const largest = leverages.reduce((most, each) => Math.max(most, each), 0)
  return small
    .map((at, place) => {
      const [own, mine] = [rows[at] as number, leverages[place] as number]
      return { class: at, score: own * mine + (least - 1 - own) * Math.sqrt(Math.max(0, mine * largest)) }
    })
    .filter(({ score }) => score >= 1 - tolerance)
    .sort((a, b) => b.score - a.score)
}

/** The largest sum of the weights of at most so many rows. */
class Largest {
  /** Descending; as many as there may be rows. */
  readonly #weights: Float64Array

  constructor(rows: number) {
    this.#weights = new Float64Array(rows)
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
