import { zoneOf } from '../../query/calendar/zone.ts'
import { backOf, columnCompared, filtersOf, finestGrain, periodLeft } from '../../query/compared-period.ts'
import type { Comparison } from '../../query/comparison.ts'
import type { Query } from '../../query/query.ts'
import { fail } from '../../errors.ts'
import { ok, type Result } from '../../result.ts'
import type { Table } from '../../table/table.ts'
import { finishGroups } from '../groups/finish-groups.ts'
import { besideEachOther } from './beside-each-other.ts'
import type { Execute } from './execute.ts'
import { shiftedKeys } from './shifted-keys.ts'

/** Maximum groups of a comparison. */
const maxGroups = 100_000

/** Adds to each measure of a period its value in the compared period. */
export async function runComparison(query: Query, comparison: Comparison, execute: Execute): Promise<Result<Table>> {
  const column = columnCompared(comparison, query)
  if (column === null) throw new Error('The comparison names no column of moments')
  const { period, others } = periodLeft(column, query)
  const grain = finestGrain(column, query.dimensions)
  const back = backOf(comparison, grain, period)
  const whole: Query = { ...query, having: [], sort: [], offset: 0, limit: maxGroups }
  const now = await execute(whole)
  if (!now.ok) return now
  if (now.value.rows >= maxGroups) return fail('query/too-large', { what: 'groups', limit: maxGroups })
  const before = { start: back(period.start), end: back(period.end) }
  const then = await execute({ ...whole, filters: [...others, ...filtersOf(column, before)] })
  if (!then.ok) return then
  const keys = shiftedKeys(now.value, query, { column, grain, back, zone: zoneOf(query.timeZone), to: comparison.to })
  return ok(finishGroups(besideEachOther(now.value, then.value, { keys, query }), query))
}
