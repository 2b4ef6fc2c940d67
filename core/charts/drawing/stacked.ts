import type { XyScene } from '../scenes.ts'
import { extentOf } from './number-ticks.ts'

const known = (value: number | undefined): number => (value === undefined || Number.isNaN(value) ? 0 : value)

/** Where the marks of each series end: on the series before, where they are stacked; values below zero go down. */
export function endsOf({ series, stack }: XyScene): readonly ArrayLike<number>[] {
  if (stack === undefined) return series.map(({ y }) => y)
  const count = series[0]?.y.length ?? 0
  const up = new Float64Array(count)
  const down = new Float64Array(count)
  return series.map(({ y }) =>
    Float64Array.from({ length: count }, (_, at) => {
      const value = known(y[at])
      const side = value < 0 ? down : up
      side[at] = (side[at] ?? 0) + value
      return side[at] ?? 0
    }),
  )
}

/** The least and the most that the y axis must hold. */
export const reachOf = (scene: XyScene): { readonly min: number; readonly max: number } =>
  scene.reach ?? extentOf([...endsOf(scene), ...(scene.lines ?? []).map(({ value }) => [value])]) ?? { min: 0, max: 1 }
