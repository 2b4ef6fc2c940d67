import { ok } from '../../result.ts'
import { columnTypes } from '../../table/table.ts'
import { type Cells, cellsOf, isNull } from '../rows.ts'
import { fillNumbers, fillText } from '../values/map-texts.ts'
import type { FillLearner, FillMethod, FillTask } from './fill-method.ts'

type Value = number | string | null

const valueAt = ({ column }: Cells, row: number): Value => {
  if (isNull(column, row)) return null
  return column.type === 'text' ? (column.dictionary[column.codes[row] ?? -1] ?? null) : (column.values[row] ?? null)
}

/** Replaces empty cells by the function's values. */
function filled(cells: Cells, valueFor: (row: number) => Value): Cells {
  if (cells.column.type === 'text')
    return fillText(cells, (row) => {
      const value = valueFor(row)
      return typeof value === 'string' ? value : null
    })
  return fillNumbers(cells, (row) => {
    const value = valueFor(row)
    return typeof value === 'number' ? value : Number.NaN
  })
}

/** Carries the last value forward across batches. */
function carryForward(name: string) {
  return () => {
    let last: Value = null
    return (rows: Parameters<FillLearner['add']>[0]): Cells => {
      const cells = cellsOf(rows, name)
      const before: Value[] = Array.from({ length: rows.count })
      for (let row = 0; row < rows.count; row++) {
        last = valueAt(cells, row) ?? last
        before[row] = last
      }
      return filled(cells, (row) => before[row] ?? null)
    }
  }
}

/** For each run of empty cells: its first row and the value after it. */
function carryBack({ field: { name } }: FillTask): FillLearner {
  const values: Exclude<Value, null>[] = []
  const ends: number[] = []
  let [place, wasEmpty] = [0, false]
  return {
    add(rows) {
      const cells = cellsOf(rows, name)
      for (let row = 0; row < rows.count; row++, place++) {
        const value = valueAt(cells, row)
        if (value !== null && wasEmpty) {
          ends.push(place)
          values.push(value)
        }
        wasEmpty = value === null
      }
    },
    finish: () =>
      ok({
        words: 'the value of the next row that has one',
        learned: {},
        start() {
          let [start, run] = [0, 0]
          return (rows) => {
            const next: Value[] = Array.from({ length: rows.count })
            for (let row = 0; row < rows.count; row++) {
              while (run < ends.length && (ends[run] ?? 0) <= start + row) run++
              next[row] = values[run] ?? null
            }
            start += rows.count
            return filled(cellsOf(rows, name), (row) => next[row] ?? null)
          }
        },
      }),
  }
}

export const previous: FillMethod = {
  text: 'The value of the row before',
  types: columnTypes,
  begin: ({ field }) =>
    ok({ words: 'the value of the last row that has one', learned: {}, start: carryForward(field.name) }),
}

export const next: FillMethod = { text: 'The value of the row after', types: columnTypes, begin: carryBack }
