import { compareText } from '../../table/compare-text.ts'
import type { Column } from '../../table/table.ts'
import { grow } from '../grow.ts'
import { keyOfColumn } from '../keys/key-of.ts'
import { PairIndex } from '../groups/pair-index.ts'
import type { Accumulator, AccumulatorSetup } from './aggregate.ts'
import { TooManyTexts } from './distinct.ts'

/** The most frequent value of a group; the smallest of equally frequent ones; null for an empty group. */
export function mode({ type }: AccumulatorSetup): Accumulator {
  const key = keyOfColumn(type)
  const pairs = new PairIndex()
  let counts = new Int32Array(0)
  return {
    add: ({ groups, size, column }) => {
      if (!column) throw new Error('The most frequent value of which column?')
      const values = key.encode(column)
      if (type === 'text' && key.size() > TooManyTexts.limit) throw new TooManyTexts()
      const ids = pairs.combine(groups, values, [size, key.size()])
      counts = grow(counts, pairs.size)
      for (let row = 0; row < ids.length; row++) counts[ids[row] as number] = (counts[ids[row] as number] as number) + 1
    },
    partialState: null,
    finish: (size, { name }) => {
      const isSmaller = smallerIn(
        key.decode(
          Int32Array.from({ length: key.size() }, (_, id) => id),
          name,
        ),
      )
      const best = new Int32Array(size).fill(-1)
      const most = new Int32Array(size)
      const { left, right } = pairs
      for (let pair = 0; pair < pairs.size; pair++) {
        const [group, value, count] = [left[pair] as number, right[pair] as number, counts[pair] as number]
        if (value === key.nullId() || count < (most[group] as number)) continue
        if (count === most[group] && !isSmaller(value, best[group] as number)) continue
        most[group] = count
        best[group] = value
      }
      return nullsWhere(best, name, (ids) => key.decode(ids, name))
    },
  }
}

/** Compares two values by id. */
function smallerIn(column: Column): (id: number, than: number) => boolean {
  if (column.type !== 'text') {
    const { values } = column
    return (id, than) => (values[id] as number) < (values[than] as number)
  }
  const { codes, dictionary } = column
  const textOf = (id: number): string => dictionary[codes[id] as number] ?? ''
  return (id, than) => compareText(textOf(id), textOf(than)) < 0
}

function nullsWhere(ids: Int32Array, name: string, decode: (ids: Int32Array) => Column): Column {
  const column = ids.some((id) => id >= 0) ? decode(ids.map((id) => Math.max(0, id))) : decode(new Int32Array(0))
  return column.type === 'text'
    ? { ...column, name, codes: ids.map((id, at) => (id < 0 ? -1 : (column.codes[at] as number))) }
    : {
        ...column,
        name,
        values: Float64Array.from(ids, (id, at) => (id < 0 ? Number.NaN : (column.values[at] as number))),
      }
}
