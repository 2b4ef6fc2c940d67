import type { FormulaType } from '../../semantic/formula/types.ts'
import type { Compiled } from './kernel.ts'
import { textMerging } from './merge-texts.ts'
import { numbers, numbersOf, type Vector } from './vector.ts'

type Branch = { readonly when: Compiled; readonly gives: Compiled }

/** The value of the first branch whose condition is true. Computes all branches, because none can fail. */
export function compileCase(branches: readonly Branch[], otherwise: Compiled, type: FormulaType): Compiled {
  const choose = type === 'text' || type === 'null' ? textChoosing() : chosenNumbers
  return (table) => {
    const { rows } = table
    const conditions = branches.map(({ when }) => numbersOf(when(table), rows))
    const values = [...branches.map(({ gives }) => gives(table)), otherwise(table)]
    return choose(placesOf(conditions, rows), values, rows)
  }
}

/** The index of the chosen value per row. */
function placesOf(conditions: readonly Float64Array[], rows: number): Uint16Array {
  const places = new Uint16Array(rows).fill(conditions.length)
  for (let place = conditions.length - 1; place >= 0; place--) {
    const condition = conditions[place] as Float64Array
    for (let row = 0; row < rows; row++) if (condition[row] === 1) places[row] = place
  }
  return places
}

function chosenNumbers(places: Uint16Array, vectors: readonly Vector[], rows: number): Vector {
  const columns = vectors.map((vector) => numbersOf(vector, rows))
  const result = columns.at(-1)?.slice() ?? new Float64Array(rows)
  for (const [place, values] of columns.slice(0, -1).entries()) {
    for (let row = 0; row < rows; row++) if (places[row] === place) result[row] = values[row] as number
  }
  return numbers(result)
}

function textChoosing(): typeof chosenNumbers {
  const merge = textMerging()
  return (places, vectors, rows) => {
    const { codes, dictionary } = merge(vectors, rows)
    const result = new Int32Array(rows)
    for (let row = 0; row < rows; row++) result[row] = (codes[places[row] as number] as Int32Array)[row] as number
    return { kind: 'texts', codes: result, dictionary }
  }
}
