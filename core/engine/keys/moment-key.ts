import type { Clock } from '../../query/calendar/clock.ts'
import { dayLength, startOfGrain } from '../../query/calendar/grain.ts'
import { partOf } from '../../query/calendar/part.ts'
import type { Zone } from '../../query/calendar/zone.ts'
import type { DatePart, Grain } from '../../semantic/vocabulary.ts'
import { bucketKey } from './bucket-key.ts'
import type { Key } from './key.ts'

const hour = 3_600_000

/** Truncates moments to a grain: hours as instants, longer grains as local dates. */
export const momentKey = (grain: Grain, { zone, reckoning }: Clock): Key =>
  grain === 'hour'
    ? bucketKey({
        type: 'timestamp',
        stepsOf: (values) => beginningsOfHours(values, zone),
        bucketOf: (step) => Math.round(step * hour),
      })
    : bucketKey({
        type: 'date',
        stepsOf: (values) => localSteps(values, dayLength, zone),
        bucketOf: (step) => startOfGrain(step * dayLength, grain, reckoning),
      })

/** A date part as an integer. */
export function partKey(part: DatePart, { zone, reckoning }: Clock): Key {
  const size = part === 'hourOfDay' ? hour : dayLength
  return bucketKey({
    type: 'integer',
    stepsOf: (values) => localSteps(values, size, zone),
    bucketOf: (step) => partOf[part](step * size, reckoning),
  })
}

/** Hours or days since 1970, in local time. */
function localSteps(values: Float64Array, size: number, zone: Zone): Float64Array {
  const steps = new Float64Array(values.length)
  if (zone.name === 'UTC') {
    for (let row = 0; row < values.length; row++) steps[row] = Math.floor((values[row] as number) / size)
    return steps
  }
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number
    steps[row] = Math.floor((value + zone.offsetAt(value)) / size)
  }
  return steps
}

/** Instants at which local hours begin, in hours since 1970; fractional in zones with a half-hour offset. */
function beginningsOfHours(values: Float64Array, zone: Zone): Float64Array {
  if (zone.name === 'UTC') return localSteps(values, hour, zone)
  const steps = new Float64Array(values.length)
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number
    const offset = zone.offsetAt(value)
    steps[row] = (Math.floor((value + offset) / hour) * hour - offset) / hour
  }
  return steps
}
