import type { Course } from './course.ts'
import { WindowSum } from './window-sum.ts'

/** The running sum along a course; null before the first value. */
export function runningTotal(values: Float64Array, course: Course, result: Float64Array): void {
  const sum = new WindowSum()
  for (const row of course) {
    sum.add(values[row] as number)
    result[row] = sum.count === 0 ? Number.NaN : sum.total
  }
}
