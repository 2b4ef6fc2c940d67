import type { Grain } from '../semantic/vocabulary.ts'
import { day, hour, week } from '../table/time-units.ts'

const fixed: Partial<Record<Grain, number>> = { hour, day, week }
const months: Partial<Record<Grain, number>> = { month: 1, quarter: 3, year: 12 }

/** More moments than this are left as they are: a gap would be thinner than a pixel. */
const limit = 5000

/** The start of the next period. */
function nextMoment(moment: number, grain: Grain): number {
  const step = fixed[grain]
  if (step !== undefined) return moment + step
  const date = new Date(moment)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + (months[grain] ?? 1), date.getUTCDate())
}

/**
 * The moments with the missing periods between them, so that a month without rows is seen as such.
 * Gives the moments back unchanged where they do not stand on the grain or would be too many.
 */
export function fillTime(moments: readonly number[], grain: Grain | null): readonly number[] {
  const [first] = moments
  const last = moments.at(-1)
  if (grain === null || first === undefined || last === undefined) return moments
  const known = new Set(moments)
  const filled: number[] = []
  for (let moment = first; moment <= last; moment = nextMoment(moment, grain)) {
    filled.push(moment)
    known.delete(moment)
    if (filled.length > limit) return moments
  }
  return known.size === 0 ? filled : moments
}
