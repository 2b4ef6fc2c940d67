import type { Draft } from '../compose/draft.ts'
import { distribution } from './distribution.ts'
import { grouping, otherAggregate } from './grouping.ts'
import { listing } from './listing.ts'
import type { Plan } from './plan.ts'
import { extremeOfGroups, ranking, rankingByExtreme } from './ranking.ts'
import { scatter } from './scatter.ts'
import { share } from './share.ts'

/** The forms an answer can take, the most particular first: the first that fits is meant. */
const shapes = { scatter, distribution, share, listing, ranking, grouping } as const satisfies Record<
  string,
  (draft: Draft) => Plan | null
>

/** What the same words may mean less often. */
const secondThoughts = { extremeOfGroups, rankingByExtreme, otherAggregate } as const satisfies Record<
  string,
  (draft: Draft) => Plan | null
>

/** What a draft comes to, likeliest first. */
export function plansOf(draft: Draft): readonly Plan[] {
  const meant = Object.values(shapes)
    .map((shape) => shape(draft))
    .find((plan) => plan !== null)
  if (!meant) return []
  const others =
    draft.marks.has('share') || draft.marks.has('distribution')
      ? []
      : Object.values(secondThoughts).flatMap((shape) => shape(draft) ?? [])
  return [meant, ...others]
}
