import { mean, median, mode } from './average.ts'
import { next, previous } from './beside.ts'
import { constant } from './constant.ts'
import type { FillMethod } from './fill-method.ts'
import { nearest } from './nearest.ts'
import { regression } from './regression.ts'

/** Every method to fill empty cells. A new one is one file and one line here. */
export const fillMethods = {
  constant,
  mean,
  median,
  mode,
  previous,
  next,
  nearest,
  regression,
} as const satisfies Record<string, FillMethod>

export type FillMethodId = keyof typeof fillMethods
export const fillMethodIds = Object.keys(fillMethods) as [FillMethodId, ...FillMethodId[]]
