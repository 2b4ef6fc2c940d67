import { fail, type Failure } from '../../errors.ts'
import { NumberIndex } from '../../table/number-index.ts'
import { ok, type Result } from '../../result.ts'
import { type Column, cellAt } from '../../table/table.ts'

/** The row of each value of a column; -1 if it has none. */
export type KeyRows = (column: Column) => Int32Array

/** Indexes a column of unique values; ignores nulls. */
export function keyRows(key: Column, { name }: { readonly name: string }): Result<KeyRows, Failure> {
  const repeats = (row: number): Result<KeyRows, Failure> =>
    fail('join/key-repeats', { name, key: key.name, value: JSON.stringify(cellAt(key, row)) })
  return key.type === 'text' ? byText(key, repeats) : byNumber(key.values, repeats)
}

type Repeats = (row: number) => Result<KeyRows, Failure>

function byText({ codes, dictionary }: Extract<Column, { readonly type: 'text' }>, repeats: Repeats) {
  const rowOf = new Map<string, number>()
  for (let row = 0; row < codes.length; row++) {
    const text = dictionary[codes[row] as number]
    if (text === undefined) continue
    if (rowOf.has(text)) return repeats(row)
    rowOf.set(text, row)
  }
  let last: { readonly dictionary: readonly string[]; readonly rows: Int32Array } | null = null
  return ok((column: Column) => {
    if (column.type !== 'text') throw new Error(`${column.name} is not text`)
    if (last?.dictionary !== column.dictionary)
      last = {
        dictionary: column.dictionary,
        rows: Int32Array.from(column.dictionary, (text) => rowOf.get(text) ?? -1),
      }
    const { rows } = last
    return column.codes.map((code) => (code < 0 ? -1 : (rows[code] as number)))
  })
}

function byNumber(values: Float64Array, repeats: Repeats) {
  const index = new NumberIndex()
  const rowOf = new Int32Array(values.length)
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number
    if (value !== value) continue
    const known = index.size
    if (index.idOf(value) < known) return repeats(row)
    rowOf[known] = row
  }
  return ok((column: Column) => {
    if (column.type === 'text') throw new Error(`${column.name} is text`)
    return Int32Array.from(column.values, (value) => {
      const id = value === value ? index.find(value) : -1
      return id < 0 ? -1 : (rowOf[id] as number)
    })
  })
}
