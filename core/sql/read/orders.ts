import { type Dimension, nameOfDimension } from '../../query/dimension.ts'
import type { Sort } from '../../query/query.ts'
import type { Reckoning } from '../../query/calendar/calendar.ts'
import type { Flat } from './flatten.ts'
import { weekStartOf } from './cuts.ts'
import { isSame } from './syntax.ts'
import { noCounterpart } from './unread.ts'

/** One sort key; `runs` if weekdays count from the first of the week. */
type Entry = Sort & { readonly runs: boolean }

/** The default order of a grouped Query: moments and parts first, else the first measure. */
type Standing = {
  readonly dimensions: readonly Dimension[]
  readonly first: string | null
  readonly runs: (one: Dimension) => boolean
}

type Sorted = { readonly sort: readonly Sort[]; readonly weekStart: Reckoning['weekStart'] | null }

/**
 * ORDER BY as a sort by result columns, without keys that the default order implies. `names` are those of the items.
 */
export function sortOf({ orderBy, items }: Flat, names: readonly string[], standing: Standing | null): Sorted {
  let weekStart: Reckoning['weekStart'] | null = null
  const asked = orderBy.map(({ of, descending, ...place }): Entry => {
    const direction = descending ? 'descending' : 'ascending'
    const at = items.findIndex((item) => isSame(item.of, of))
    if (at >= 0) return { by: names[at] ?? '', direction, runs: false }
    const day = items.findIndex((item) => weekStartOf(of, item.of) !== null)
    const found = items[day]
    if (!found) return noCounterpart(place, 'Sorting by what is not selected', 'Name it after SELECT as well.')
    weekStart = weekStartOf(of, found.of)
    return { by: names[day] ?? '', direction, runs: true }
  })
  const said = standing ? withoutImplied(asked, standing) : asked
  if (said.some(({ runs }) => runs) && weekStart !== 'monday')
    noCounterpart(orderBy[0] ?? null, 'Sorting by days of the week from another day than Monday', 'Leave ORDER BY out.')
  return { sort: said.map(({ by, direction }) => ({ by, direction })), weekStart }
}

/** The shortest prefix that gives the same order. */
function withoutImplied(asked: readonly Entry[], standing: Standing): readonly Entry[] {
  for (let length = 0; length < asked.length; length++) {
    const whole = completed(asked.slice(0, length), standing)
    if (asked.every((one, at) => isSameEntry(one, whole[at]))) return asked.slice(0, length)
  }
  return asked
}

const isSameEntry = (one: Entry, other: Entry | undefined): boolean =>
  one.by === other?.by && one.direction === other.direction && one.runs === other.runs

/** Adds the keys that break ties. */
function completed(asked: readonly Entry[], { dimensions, first, runs }: Standing): readonly Entry[] {
  const ascending = (dimension: Dimension, isRunning: boolean): Entry => ({
    by: nameOfDimension(dimension),
    direction: 'ascending',
    runs: isRunning,
  })
  const running = dimensions.filter(runs).map((one) => ascending(one, one.part === 'dayOfWeek'))
  const usual: readonly Entry[] =
    running.length > 0 || first === null ? running : [{ by: first, direction: 'descending', runs: false }]
  const all = [...(asked.length > 0 ? asked : usual), ...dimensions.map((one) => ascending(one, false))]
  return all.filter((one, at) => all.findIndex(({ by, runs }) => by === one.by && runs === one.runs) === at)
}
