import type { Course } from './course.ts'

/** The mean of the values among a group and the `groups - 1` before it in its course; null where there are none. */
export const movingAverage =
  (groups: number) =>
  (values: Float64Array, course: Course, result: Float64Array): void => {
    for (let at = 0; at < course.length; at++) {
      let [sum, count] = [0, 0]
      for (let from = Math.max(0, at - groups + 1); from <= at; from++) {
        const value = values[course[from] as number] as number
        if (Number.isNaN(value)) continue
        sum += value
        count++
      }
      result[course[at] as number] = sum / count
    }
  }
