import type { Draft } from '../compose/draft.ts'
import { along } from './along.ts'
import { countedGroups } from './counted-groups.ts'
import { correlation } from './correlation.ts'
import { difference } from './difference.ts'
import { distribution } from './distribution.ts'
import { figureOfGroups } from './figure-of-groups.ts'
import { grouping, otherAggregate } from './grouping.ts'
import { listing } from './listing.ts'
import type { Plan } from './plan.ts'
import { place } from './place.ts'
import { extremeOfGroups, ranking, rankingByExtreme } from './ranking.ts'
import { rankedGrowth } from './ranked-growth.ts'
import { scatter } from './scatter.ts'
import { share } from './share.ts'
import { statistic, statisticPicture } from './statistic.ts'
import { withinGroups } from './within-groups.ts'

/** The forms an answer can take, the most particular first: the first that fits is meant. */
const shapes = {
  figureOfGroups,
  countedGroups,
  place,
  correlation,
  difference,
  rankedGrowth,
  along,
  withinGroups,
  scatter,
  distribution,
  share,
  listing,
  ranking,
  grouping,
} as const satisfies Record<string, (draft: Draft) => Plan | null>

/** What the same words may mean less often. */
const secondThoughts = { extremeOfGroups, rankingByExtreme, otherAggregate } as const satisfies Record<
  string,
  (draft: Draft) => Plan | null
>

type Shape = (draft: Draft) => Plan | null

const planned = (known: Readonly<Record<string, Shape>>, draft: Draft): readonly Plan[] =>
  Object.entries(known).flatMap(([name, shape]) => {
    const plan = shape(draft)
    return plan === null ? [] : [{ ...plan, shape: name }]
  })

/** A statistic, and what shows it by eye; whatever else the words may mean leaves it out. */
const statistics = { statistic, statisticPicture } as const

/** What a draft comes to, likeliest first. */
export function plansOf(draft: Draft): readonly Plan[] {
  if (draft.asked !== null) return planned(statistics, draft)
  const [meant] = planned(shapes, draft)
  if (!meant) return []
  const isSettled = draft.marks.has('share') || draft.marks.has('distribution')
  return [meant, ...(isSettled ? [] : planned(secondThoughts, draft))]
}
