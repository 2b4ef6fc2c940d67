/**
 * Least squares, one column at a time: each column is orthogonalised against the previous ones (modified
 * Gram–Schmidt, twice), and its projection is subtracted from the target.
 */
export class Projection {
  readonly #directions: Float64Array[] = []
  readonly #rest: Float64Array
  readonly #size: number

  constructor(target: Float64Array) {
    this.#rest = target.slice()
    this.#size = target.length
  }

  /** Number of linearly independent columns. */
  get columns(): number {
    return this.#directions.length
  }

  /** Residual sum of squares. */
  get squares(): number {
    return dot(this.#rest, this.#rest)
  }

  /** Adds a column; returns its coefficient on the target, or null if it depends linearly on the previous columns. */
  add(column: Float64Array): number | null {
    const before = Math.sqrt(dot(column, column))
    const direction = column.slice()
    for (let pass = 0; pass < 2; pass++)
      for (const other of this.#directions) subtract(direction, other, dot(direction, other))
    const length = Math.sqrt(dot(direction, direction))
    if (!(length > before * 1e-10)) return null
    for (let row = 0; row < this.#size; row++) direction[row] = (direction[row] ?? 0) / length
    const share = dot(this.#rest, direction)
    subtract(this.#rest, direction, share)
    this.#directions.push(direction)
    return share
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let row = 0; row < a.length; row++) sum += (a[row] ?? 0) * (b[row] ?? 0)
  return sum
}

function subtract(from: Float64Array, direction: Float64Array, times: number): void {
  for (let row = 0; row < from.length; row++) from[row] = (from[row] ?? 0) - times * (direction[row] ?? 0)
}
