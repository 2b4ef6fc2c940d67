import { grow } from '../grow.ts'
import type { Key } from '../keys/key.ts'
import { keyOfColumn } from '../keys/key-of.ts'
import { PairIndex } from '../groups/pair-index.ts'
import type { Column } from '../../table/table.ts'
import { type Accumulator, type AccumulatorSetup, type Batch, numberResult } from './aggregate.ts'

/** Maximum distinct texts; all are in memory until the end of the pass. */
const maxTexts = 1_000_000

/** Thrown above that limit; `caught` turns it into a failure. */
export class TooManyTexts extends Error {
  static readonly limit = maxTexts
  readonly limit = maxTexts
}

/** Exact count of a group's distinct values; nulls do not count. */
export function distinct({ type, isGrouped }: AccumulatorSetup): Accumulator {
  const key = keyOfColumn(type)
  const { add, finish } = isGrouped ? distinctPerGroup(key) : distinctOverall(key)
  return {
    add: (batch) => {
      add(batch)
      if (type === 'text' && key.size() > maxTexts) throw new TooManyTexts()
    },
    partialState: null,
    finish,
  }
}

function distinctOverall(key: Key): Accumulator {
  return {
    add: ({ column }) => void key.encode(required(column)),
    partialState: null,
    finish: numberResult(() => key.size() - (key.nullId() < 0 ? 0 : 1)),
  }
}

function distinctPerGroup(key: Key): Accumulator {
  const pairs = new PairIndex()
  let counts = new Float64Array(0)
  let counted = 0
  return {
    add: ({ groups, size, column }: Batch) => {
      const values = key.encode(required(column))
      pairs.combine(groups, values, [size, key.size()])
      counts = grow(counts, size)
      const { left, right } = pairs
      for (; counted < pairs.size; counted++) {
        const group = left[counted] as number
        if (right[counted] !== key.nullId()) counts[group] = (counts[group] as number) + 1
      }
    },
    partialState: null,
    finish: numberResult((group) => counts[group] ?? 0),
  }
}

function required(column: Column | null): Column {
  if (!column) throw new Error('Distinct values of which column?')
  return column
}
