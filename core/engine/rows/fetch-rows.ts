import type { Source } from '../../table/source.ts'
import type { Table } from '../../table/table.ts'
import { joinTables } from '../join-tables.ts'
import { takeTable } from '../take-rows.ts'

/** Row locations: the row group of each, and its position in the group. */
export type Places = { readonly groups: Int32Array; readonly rows: Int32Array }

/** Fetches rows from any row groups as one table, in the order of `places`; reads each row group once. */
export async function fetchRows(source: Source, columns: readonly string[], places: Places): Promise<Table> {
  const parts: Table[] = []
  /** Target position in the result for each row of the joined parts. */
  const targets: number[] = []
  for (const [group, positions] of byGroup(places.groups)) {
    const table = await source.read(group, columns)
    const rows = Int32Array.from(positions, (position) => places.rows[position] as number)
    parts.push(takeTable(table, columns, rows))
    for (const position of positions) targets.push(position)
  }
  const fields = columns.flatMap((name) => source.fields.filter((field) => field.name === name))
  const order = new Int32Array(targets.length)
  for (const [row, target] of targets.entries()) order[target] = row
  return takeTable(joinTables(parts, fields), columns, order)
}

/** Row positions per row group, groups ascending. */
function byGroup(groups: Int32Array): readonly (readonly [number, readonly number[]])[] {
  const positions = new Map<number, number[]>()
  for (const [position, group] of groups.entries()) {
    const known = positions.get(group)
    if (known) known.push(position)
    else positions.set(group, [position])
  }
  return [...positions].sort(([a], [b]) => a - b)
}
