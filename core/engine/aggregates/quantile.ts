import { quantileOf } from '../../stats/quantile.ts'
import type { ColumnType } from '../../table/table.ts'
import { type Accumulator, type AccumulatorSetup, type Batch, numberResult, numbersIn } from './aggregate.ts'
import { day } from '../../table/time-units.ts'

type Part = { readonly groups: Int32Array; readonly values: Float64Array }

/** Exact quantile (Hyndman and Fan, type 7); keeps all values until the end of the pass. */
export function quantile({ quantile: part }: Pick<AccumulatorSetup, 'quantile'>): Accumulator {
  const parts: Part[] = []
  return {
    add: (batch: Batch) => {
      parts.push({ groups: batch.groups, values: numbersIn(batch) })
    },
    partialState: null,
    finish: (size, result) => {
      const { values, ends } = byGroup(parts, size)
      return numberResult((group) => quantileOf(values.subarray(group === 0 ? 0 : ends[group - 1], ends[group]), part))(
        size,
        result,
      )
    },
  }
}

/** Rounds an interpolated value down to one that its column type can hold. */
const roundings: Readonly<Partial<Record<ColumnType, (between: number) => number>>> = {
  date: (between) => Math.floor(between / day) * day,
  timestamp: Math.floor,
}

/** The quantile 0.5. */
export function median({ type }: Pick<AccumulatorSetup, 'type'>): Accumulator {
  const exact = quantile({ quantile: 0.5 })
  const round = roundings[type]
  if (!round) return exact
  return {
    ...exact,
    finish: (size, result) => {
      const middle = exact.finish(size, result)
      return middle.type === 'text' ? middle : { ...middle, values: middle.values.map(round) }
    },
  }
}

/** All values grouped, and the end offset of each group. */
function byGroup(parts: readonly Part[], size: number): { values: Float64Array; ends: Int32Array } {
  const next = startsOf(parts, size)
  const values = new Float64Array(next[size] as number)
  for (const part of parts) scatter(part, values, next)
  return { values, ends: next.subarray(0, size) }
}

/** Start offset of each group, followed by the total count. */
function startsOf(parts: readonly Part[], size: number): Int32Array {
  const starts = new Int32Array(size + 1)
  for (const { groups, values } of parts) {
    for (let row = 0; row < values.length; row++) {
      const group = (groups[row] as number) + 1
      starts[group] = (starts[group] as number) + (values[row] === values[row] ? 1 : 0)
    }
  }
  for (let group = 0; group < size; group++)
    starts[group + 1] = (starts[group + 1] as number) + (starts[group] as number)
  return starts
}

/** Advances `next` per group; afterwards it contains the end offsets. */
function scatter({ groups, values }: Part, out: Float64Array, next: Int32Array): void {
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number
    if (value !== value) continue
    const group = groups[row] as number
    const at = next[group] as number
    out[at] = value
    next[group] = at + 1
  }
}
