import type { Zone } from '../../query/calendar/zone.ts'
import { constant, list, type Sql, sql } from '../sql.ts'
import type { MomentRange } from '../table.ts'
import type { Term, Writing } from '../term.ts'

const always: MomentRange = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }

/** The zone's offset from UTC in seconds if it is constant over a range, else null. */
export function fixedOffset(zone: Zone, { from, to }: MomentRange = always): number | null {
  const [first, ...others] = zone.transitions(from, to)
  return others.length === 0 && first ? first.offset / 1000 : null
}

/** The offset from UTC in seconds at a timestamp, without using the database's zone data. */
export function offsetAt({ sql: timestamp, range }: Term, zone: Zone): Sql {
  const { from, to } = range ?? always
  const transitions = zone.transitions(from, to)
  const last = constant((transitions.at(-1)?.offset ?? 0) / 1000)
  if (transitions.length < 2) return last
  const whens = transitions.slice(0, -1).map(({ offset }, at) => {
    const until = constant(transitions[at + 1]?.from ?? 0, 'timestamp')
    return sql`
    WHEN ${timestamp} < ${until} THEN ${constant(offset / 1000)}`
  })
  return sql`CASE${list(whens, sql``)}
    ELSE ${last}
  END`
}

/** The date of a local timestamp, or a date itself. */
export const dateOf = ({ sql: local, type }: Term, { dialect }: Writing): Sql =>
  type === 'date' ? local : dialect.moments.dateOf(local)
