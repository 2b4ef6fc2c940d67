import { type Kernel, part } from './kernel.ts'
import { constant, numbers, numbersOf, type Vector } from './vector.ts'

/** Replaces infinity by null. */
export const finite = (value: number): number => (value - value === 0 ? value : Number.NaN)

const isConstant = (vector: Vector): boolean => vector.kind === 'constant'

const numberIn = (vector: Vector): number =>
  vector.kind === 'constant' && typeof vector.value === 'number' ? vector.value : Number.NaN

/** Lifts a function of one number; the function must map NaN to NaN. */
export const ofOne =
  (compute: (value: number) => number): Kernel =>
  (parts) => {
    const of = part(parts, 0)
    return (table) => {
      const vector = of(table)
      if (isConstant(vector)) return constant(compute(numberIn(vector)))
      const values = numbersOf(vector, table.rows)
      const result = new Float64Array(values.length)
      for (let row = 0; row < values.length; row++) result[row] = compute(values[row] as number)
      return numbers(result)
    }
  }

/**
 * A loop over two number columns. Each operation has its own loop, because a shared loop would call a function per
 * row.
 */
export type Loop = (left: Float64Array, right: Float64Array, result: Float64Array) => void

/** Lifts an operation on two numbers. */
export const ofTwo =
  (loop: Loop): Kernel =>
  (parts) => {
    const [first, second] = [part(parts, 0), part(parts, 1)]
    return (table) => {
      const [left, right] = [first(table), second(table)]
      const rows = isConstant(left) && isConstant(right) ? 1 : table.rows
      const result = new Float64Array(rows)
      loop(numbersOf(left, rows), numbersOf(right, rows), result)
      return isConstant(left) && isConstant(right) ? constant(result[0] ?? null) : numbers(result)
    }
  }

/** Lifts a function that is slow enough to call once per row. */
export const eachPair =
  (compute: (left: number, right: number) => number): Loop =>
  (left, right, result) => {
    for (let row = 0; row < result.length; row++) result[row] = compute(left[row] as number, right[row] as number)
  }

/** Lifts a function of any number of arguments; null if an argument is null. */
export const ofMany =
  (compute: (...values: readonly number[]) => number): Kernel =>
  (parts) =>
  (table) => {
    const vectors = parts.map((one) => one(table))
    const rows = vectors.every(isConstant) ? 1 : table.rows
    const columns = vectors.map((vector) => numbersOf(vector, rows))
    const result = new Float64Array(rows)
    for (let row = 0; row < rows; row++) result[row] = compute(...columns.map((values) => values[row] as number))
    return vectors.every(isConstant) ? constant(result[0] ?? null) : numbers(result)
  }
