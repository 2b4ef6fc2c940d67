import { fail } from '../errors.ts'
import { zoneOf } from '../query/calendar/zone.ts'
import { columnsOfMeasure } from '../query/columns-of-query.ts'
import { nameOfDimension } from '../query/dimension.ts'
import type { Query } from '../query/query.ts'
import { ok, type Result } from '../result.ts'
import type { Source } from '../table/source.ts'
import type { ColumnType, Table } from '../table/table.ts'
import { finishGroups } from './finish-groups.ts'
import { GroupIndex } from './group-index.ts'
import { keyOfDimension } from './keys/key-of.ts'
import { knownExtremes } from './known-extremes.ts'
import { measureRunner } from './measure-runner.ts'
import { scan } from './scan.ts'
import { takeTable } from './take-rows.ts'
import { withWindows } from './windows/with-windows.ts'

/** More groups than this would not fit in the memory of an edge worker. */
const mostGroups = 1_000_000

/** A plain Query that groups: one pass over the row groups, then windows, then sort and cut. */
export async function runGrouped(query: Query, source: Source, signal?: AbortSignal): Promise<Result<Table>> {
  const types = new Map(source.fields.map(({ name, type }) => [name, type]))
  const typeOf = (name: string): ColumnType => types.get(name) ?? 'text'
  const known = knownExtremes(query, { source, typeOf })
  if (known) return ok(known)
  const groups = await grouped(query, { source, typeOf, signal })
  return groups.ok ? ok(finishGroups(withWindows(groups.value, query), query)) : groups
}

type Pass = {
  readonly source: Source
  readonly typeOf: (name: string) => ColumnType
  readonly signal: AbortSignal | undefined
}

async function grouped(query: Query, { source, typeOf, signal }: Pass): Promise<Result<Table>> {
  const { dimensions, measures, filters } = query
  const index = new GroupIndex(dimensions.map((one) => keyOfDimension(one, typeOf(one.column), query)))
  const runners = measures.map((measure) => measureRunner(measure, { query, typeOf, index }))
  const cut = dimensions.map(({ column }) => column)
  const columns = [...new Set([...cut, ...measures.flatMap(columnsOfMeasure)])]
  for await (const { table } of scan({ source, filters, columns, signal, zone: zoneOf(query.timeZone) })) {
    const groups = index.groupsOf(takeTable(table, cut, null).columns, table.rows)
    if (index.size > mostGroups) return fail('query/too-large', { what: 'groups', limit: mostGroups })
    for (const runner of runners) runner.add(table, groups, index.size)
  }
  const named = index.values(dimensions.map(nameOfDimension))
  const computed = runners.map((runner) => runner.finish(index.size))
  return ok({ rows: index.size, columns: [...named.columns, ...computed] })
}
