import type { Dimension } from '../../query/dimension.ts'
import { sql, type Sql } from '../sql.ts'
import type { Term, Writing } from '../term.ts'
import { binOf } from './bins.ts'
import { startOfGrain } from './cut.ts'
import { partOf } from './part.ts'

/** A column, and the offset of its local time from UTC in seconds; null if it has none. */
export type Placed = { readonly term: Term; readonly offset: Sql | null }

/** True if a dimension needs local time. */
export const needsClock = ({ grain, part }: Dimension): boolean => grain !== undefined || part !== undefined

/** The group key of a dimension. */
export function keyOfDimension({ grain, part, binWidth }: Dimension, placed: Placed, writing: Writing): Sql {
  const { term, offset } = placed
  if (binWidth !== undefined) return binOf(term, binWidth, writing)
  if (grain === undefined && part === undefined) return term.sql
  const { moments } = writing.dialect
  const local: Term = offset === null ? term : { ...term, sql: moments.addSeconds(term.sql, offset) }
  if (part !== undefined) return partOf(local, part, writing)
  if (grain !== 'hour' && grain !== undefined) return startOfGrain(local, grain, writing)
  const hour = moments.startOfHour(local.sql)
  return offset === null ? hour : moments.addSeconds(hour, sql`-(${offset})`)
}
