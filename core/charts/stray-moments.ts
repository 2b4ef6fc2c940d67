import { formatMoment } from '../format/format-moment.ts'
import type { Grain } from '../semantic/vocabulary.ts'

const fewestPoints = 4
/** A first or last moment is stray where the gap to its neighbour is this share of the whole axis. */
const strayShare = 0.4

/** Warns of a first or last moment far from all others, which stretches the axis and is often a slip. Moments ascend. */
export function noteOfStray(moments: readonly number[], grain: Grain | null): string | null {
  const [first, second] = moments
  const [last, beforeLast] = [moments.at(-1), moments.at(-2)]
  if (moments.length < fewestPoints || first === undefined || second === undefined) return null
  if (last === undefined || beforeLast === undefined) return null
  const gap = strayShare * (last - first)
  const stray = last - beforeLast >= gap ? last : second - first >= gap ? first : null
  return stray === null ? null : `${formatMoment(stray, grain)} is far from all other dates: check it.`
}
