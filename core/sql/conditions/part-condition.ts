import type { PartFilter } from '../../query/filter.ts'
import { fixedOffset, offsetAt } from '../moments/local.ts'
import { partOf } from '../moments/part.ts'
import { any, constant, list, type Sql, sql } from '../sql.ts'
import type { Term, Writing } from '../term.ts'

/** The local time of a moment in the zone; dates have no zone. */
function localOf(term: Term, { dialect, zone }: Writing): Term {
  const fixed = term.type === 'timestamp' ? fixedOffset(zone, term.range) : 0
  if (fixed === 0) return term
  const offset = fixed === null ? sql`(${offsetAt(term, zone)})` : constant(fixed)
  return { ...term, sql: dialect.moments.addSeconds(term.sql, offset) }
}

/** Condition on a recurring part of moments. */
export function partCondition(term: Term, { part, values }: PartFilter, writing: Writing): Sql {
  if (values.length === 0) return any([])
  return sql`(${partOf(localOf(term, writing), part, writing)}) IN (${list(values.map((one) => constant(one)))})`
}
