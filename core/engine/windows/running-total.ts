import type { Course } from './course.ts'

/** The sum of a course's values so far, with what each addition rounds off; null before the first value. */
export function runningTotal(values: Float64Array, course: Course, result: Float64Array): void {
  let [sum, rest, isEmpty] = [0, 0, true]
  for (const row of course) {
    const value = values[row] as number
    if (!Number.isNaN(value)) {
      const next = sum + value
      const added = next - sum
      rest += sum - (next - added) + (value - added)
      sum = next
      isEmpty = false
    }
    result[row] = isEmpty ? Number.NaN : sum + rest
  }
}
