import { grow } from '../grow.ts'
import { type Accumulator, type Batch, stateColumn, numberResult, numbersOf } from './aggregate.ts'

/** Number of rows, or of values that are not null. */
export function count(): Accumulator {
  let counts = new Float64Array(0)
  return {
    add: (batch) => {
      counts = grow(counts, batch.size)
      countInto(counts, batch)
    },
    partialState: {
      exportState: (size) => [stateColumn(grow(counts, size).slice(0, size))],
      mergeState: ([known], groups, size) => {
        counts = grow(counts, size)
        const more = numbersOf(known)
        for (const [row, group] of groups.entries()) counts[group] = (counts[group] as number) + (more[row] as number)
      },
    },
    finish: numberResult((group) => counts[group] ?? 0),
  }
}

function countInto(counts: Float64Array, { groups, column }: Batch): void {
  if (!column) countRows(counts, groups)
  else if (column.type === 'text') countCodes(counts, groups, column.codes)
  else countNumbers(counts, groups, column.values)
}

function countRows(counts: Float64Array, groups: Int32Array): void {
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row] as number
    counts[group] = (counts[group] as number) + 1
  }
}

function countCodes(counts: Float64Array, groups: Int32Array, codes: Int32Array): void {
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row] as number
    counts[group] = (counts[group] as number) + ((codes[row] as number) < 0 ? 0 : 1)
  }
}

function countNumbers(counts: Float64Array, groups: Int32Array, values: Float64Array): void {
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row] as number
    counts[group] = (counts[group] as number) + (values[row] === values[row] ? 1 : 0)
  }
}
