import type { NumberColumn } from '../../table/table.ts'
import type { Key } from './key.ts'
import { numbersOf } from './numbers-of.ts'

/** Maps numbers to integer steps, and steps to buckets. */
export type Buckets = {
  readonly type: NumberColumn['type']
  /** The step of each value: days, hours or bins. */
  readonly stepsOf: (values: Float64Array) => Float64Array
  /** The bucket of a step, identified by the value that represents it. */
  readonly bucketOf: (step: number) => number
}

/** Steps within this distance of the first one use a lookup table: 358 years of days, 29 years of hours. */
const reach = 131_072

/** Keys numbers and moments by bucket; a bucket is represented by its lower edge. */
export function bucketKey({ type, stepsOf, bucketOf }: Buckets): Key {
  const idOfBucket = new Map<number, number>()
  const buckets: number[] = []
  const table = new Int32Array(reach * 2)
  let base = Number.NaN
  let nullId = -1

  const add = (bucket: number): number => buckets.push(bucket) - 1
  const idOf = (bucket: number): number => {
    const known = idOfBucket.get(bucket)
    if (known !== undefined) return known
    const id = add(bucket)
    idOfBucket.set(bucket, id)
    return id
  }
  const resolve = (step: number): number => {
    if (step !== step) return nullId < 0 ? (nullId = add(Number.NaN)) : nullId
    if (base !== base) base = step - reach
    const id = idOf(bucketOf(step))
    const offset = step - base
    if (offset >= 0 && offset < table.length) table[offset] = id + 1
    return id
  }

  return {
    size: () => buckets.length,
    nullId: () => nullId,
    encode: (column) => {
      const steps = stepsOf(numbersOf(column))
      const ids = new Int32Array(steps.length)
      for (let row = 0; row < steps.length; row++) {
        const step = steps[row] as number
        const offset = step - base
        const known = offset >= 0 && offset < table.length ? (table[offset] as number) : 0
        ids[row] = known > 0 ? known - 1 : resolve(step)
      }
      return ids
    },
    decode: (ids, name) => ({ name, type, values: Float64Array.from(ids, (id) => buckets[id] as number) }),
  }
}
