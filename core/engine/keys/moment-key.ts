import type { Grain } from '../../semantic/vocabulary.ts'
import { bucketKey } from './bucket-key.ts'
import type { Key } from './key.ts'

const hour = 3_600_000
const day = 24 * hour

/** Moments cut to a grain in UTC; weeks start on Monday. */
export const momentKey = (grain: Grain): Key =>
  bucketKey({
    type: grain === 'hour' ? 'timestamp' : 'date',
    stepsOf: (values) => wholeSteps(values, grain === 'hour' ? hour : day),
    bucketOf: starts[grain],
  })

function wholeSteps(values: Float64Array, size: number): Float64Array {
  const steps = new Float64Array(values.length)
  for (let row = 0; row < values.length; row++) steps[row] = Math.floor((values[row] as number) / size)
  return steps
}

/** From a step, an hour or a day since 1970, to the beginning of its period. */
const starts: Record<Grain, (step: number) => number> = {
  hour: (step) => step * hour,
  day: (step) => step * day,
  // 1970-01-01 was a Thursday, three days after a Monday.
  week: (step) => (Math.floor((step + 3) / 7) * 7 - 3) * day,
  month: (step) => startOfMonths(step, 1),
  quarter: (step) => startOfMonths(step, 3),
  year: (step) => startOfMonths(step, 12),
}

function startOfMonths(step: number, months: number): number {
  const date = new Date(step * day)
  const month = Math.floor(date.getUTCMonth() / months) * months
  return new Date(0).setUTCFullYear(date.getUTCFullYear(), month, 1)
}
