import type { FormulaType } from '../../semantic/formula/types.ts'
import type { Column } from '../../table/table.ts'

export type Numbers = { readonly kind: 'numbers'; readonly values: Float64Array }
export type Texts = { readonly kind: 'texts'; readonly codes: Int32Array; readonly dictionary: readonly string[] }
/** One value for all rows. True is 1 and false is 0. */
export type Constant = { readonly kind: 'constant'; readonly value: number | string | null }

/** The values of a subexpression in the rows of a table; null is NaN, or code -1. */
export type Vector = Numbers | Texts | Constant

export const constant = (value: number | string | null): Constant => ({
  kind: 'constant',
  value: typeof value === 'number' && Number.isNaN(value) ? null : value,
})

export const numbers = (values: Float64Array): Numbers => ({ kind: 'numbers', values })

export const vectorOf = (column: Column): Vector =>
  column.type === 'text'
    ? { kind: 'texts', codes: column.codes, dictionary: column.dictionary }
    : { kind: 'numbers', values: column.values }

/** One number per row. */
export function numbersOf(vector: Vector, rows: number): Float64Array {
  if (vector.kind === 'numbers') return vector.values
  if (vector.kind === 'texts' || typeof vector.value === 'string') throw new Error('A formula takes text for numbers')
  return new Float64Array(rows).fill(vector.value ?? Number.NaN)
}

/** One text per row. */
export function textsOf(vector: Vector, rows: number): Texts {
  if (vector.kind === 'texts') return vector
  if (vector.kind === 'numbers' || typeof vector.value === 'number') throw new Error('A formula takes numbers for text')
  const { value } = vector
  return value === null
    ? { kind: 'texts', codes: new Int32Array(rows).fill(-1), dictionary: [] }
    : { kind: 'texts', codes: new Int32Array(rows), dictionary: [value] }
}

/** Converts a vector to a column. */
export function columnOf(vector: Vector, about: { name: string; type: FormulaType; rows: number }): Column {
  const { name, type, rows } = about
  if (type !== 'text' && type !== 'null') return { name, type, values: numbersOf(vector, rows) }
  const { codes, dictionary } = textsOf(vector, rows)
  return { name, type: 'text', codes, dictionary }
}
