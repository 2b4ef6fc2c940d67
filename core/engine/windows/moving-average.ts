import type { Course } from './course.ts'
import { WindowSum } from './window-sum.ts'

/**
 * The mean of the values among a group and the `groups - 1` before it in its course; null where there are none. Each
 * window is the end of one block of so many groups and the beginning of the next: both are added up once and nothing is
 * ever taken away, so that a large value leaves no trace in the windows behind it.
 */
export const movingAverage =
  (groups: number) =>
  (values: Float64Array, course: Course, result: Float64Array): void => {
    // What stands from each place of the block before up to its end; the last is of nothing.
    const ends = Array.from({ length: Math.min(groups, course.length) + 1 }, () => new WindowSum())
    const [beginning, whole] = [new WindowSum(), new WindowSum()]
    for (let start = 0; start < course.length; start += groups) {
      const block = course.subarray(start, start + groups)
      beginning.clear()
      for (let at = 0; at < block.length; at++) {
        const row = block[at] as number
        beginning.add(values[row] as number)
        whole.take(beginning)
        whole.join(ends[Math.min(at + 1, ends.length - 1)] as WindowSum)
        result[row] = whole.total / whole.count
      }
      addEnds(values, block, ends)
    }
  }

function addEnds(values: Float64Array, block: Course, ends: readonly WindowSum[]): void {
  for (let at = block.length - 1; at >= 0; at--) {
    const end = ends[at] as WindowSum
    end.take(ends[at + 1] as WindowSum)
    end.add(values[block[at] as number] as number)
  }
}
