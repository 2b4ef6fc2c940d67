import { groupKeys } from '../../engine/groups/group-keys.ts'
import { takeRows } from '../../engine/take-rows.ts'
import type { Query } from '../../query/query.ts'
import type { Table } from '../../table/table.ts'

/** The result of a Query without the groups that are withheld. */
export function withholdGroups(
  result: Table,
  { dimensions }: Pick<Query, 'dimensions'>,
  withheld: readonly string[],
): Table {
  if (withheld.length === 0) return result
  const gone = new Set(withheld)
  const keys = groupKeys(result.columns.slice(0, dimensions.length), result.rows)
  const rows = Int32Array.from([...keys.keys()].filter((row) => !gone.has(keys[row] ?? '')))
  return { rows: rows.length, columns: result.columns.map((column) => takeRows(column, rows)) }
}
