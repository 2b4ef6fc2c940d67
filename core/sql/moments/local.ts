import type { Zone } from '../../query/calendar/zone.ts'
import { constant, list, type Sql, sql } from '../sql.ts'
import type { Term, Writing } from '../term.ts'

const transitionsOf = (zone: Zone) => zone.transitions(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)

/** The seconds that a zone has always been ahead of UTC; null where that has changed. */
export function fixedOffset(zone: Zone): number | null {
  const [first, ...others] = transitionsOf(zone)
  return others.length === 0 && first ? first.offset / 1000 : null
}

/** How many seconds local time is ahead of UTC at a timestamp. The database need not know the zone. */
export function offsetAt(timestamp: Sql, zone: Zone): Sql {
  const transitions = transitionsOf(zone)
  const whens = transitions.slice(0, -1).map(({ offset }, at) => {
    const until = constant(transitions[at + 1]?.from ?? 0, 'timestamp')
    return sql`
    WHEN ${timestamp} < ${until} THEN ${constant(offset / 1000)}`
  })
  return sql`CASE${list(whens, sql``)}
    ELSE ${constant((transitions.at(-1)?.offset ?? 0) / 1000)}
  END`
}

/** The date of a moment: of a timestamp in local time, of a date itself. */
export const dateOf = ({ sql: local, type }: Term, { dialect }: Writing): Sql =>
  type === 'date' ? local : dialect.moments.dateOf(local)
