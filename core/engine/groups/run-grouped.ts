import { type Budget, inTurns } from '../../budget.ts'
import { fail } from '../../errors.ts'
import { ok, type Result } from '../../result.ts'
import type { Query } from '../../query/query.ts'
import { clockOf } from '../../query/calendar/clock.ts'
import type { Source } from '../../table/source.ts'
import type { Table } from '../../table/table.ts'
import { finishGroups } from './finish-groups.ts'
import { createGrouping, type Grouping } from './grouping.ts'
import { extremesFromStatistics } from './extremes-from-statistics.ts'
import { scan } from '../scan.ts'
import { typesIn } from '../types-in.ts'
import { withWindows } from '../windows/with-windows.ts'

/** Budget steps per value added to a measure or compared. */
const stepsOfValue = 0.5

/** Maximum groups; more would not fit in an edge worker's memory. */
const maxGroups = 1_000_000

/** Runs a plain Query that groups: one pass over the row groups, then windows, sort and limit. */
export async function runGrouped(
  query: Query,
  source: Source,
  signal: AbortSignal | undefined,
  budget: Budget,
): Promise<Result<Table>> {
  const known = extremesFromStatistics(query, { source, typeOf: typesIn(source) })
  if (known) return ok(known)
  const grouping = await groupRows(query, source, signal, budget)
  return grouping.ok ? ok(finishGroups(withWindows(grouping.value.finish(), query), query)) : grouping
}

/** Groups all rows that pass the filters. */
export async function groupRows(
  query: Query,
  source: Source,
  signal: AbortSignal | undefined,
  budget: Budget,
): Promise<Result<Grouping>> {
  const grouping = createGrouping(query, typesIn(source))
  const { columns } = grouping
  const { filters } = query
  for await (const { table } of scan({ source, filters, columns, signal, budget, clock: clockOf(query) })) {
    await inTurns(grouping.add(table), budget, table.rows * stepsOfValue)
    const tooMany = refuseTooMany(grouping)
    if (!tooMany.ok) return tooMany
  }
  return ok(grouping)
}

/** Fails above the maximum number of groups. */
export const refuseTooMany = ({ size }: Pick<Grouping, 'size'>): Result<null> =>
  size() > maxGroups ? fail('query/too-large', { what: 'groups', limit: maxGroups }) : ok(null)
