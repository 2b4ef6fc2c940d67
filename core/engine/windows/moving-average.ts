import type { Course } from './course.ts'
import { WindowSum } from './window-sum.ts'

/**
 * The mean of a group and the `groups - 1` groups before it on its course; null without values. Each window is the
 * suffix of one block and the prefix of the next. Both are only summed, never subtracted from, so a large value
 * leaves no rounding error in later windows.
 */
export const movingAverage =
  (groups: number) =>
  (values: Float64Array, course: Course, result: Float64Array): void => {
    // Suffix sums of the previous block; the last one is empty.
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
