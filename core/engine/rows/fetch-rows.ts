import type { Source } from '../../table/source.ts'
import type { Table } from '../../table/table.ts'
import { joinTables } from '../join-tables.ts'
import { takeTable } from '../take-rows.ts'

/** Where rows are: the row group of each, and its position in it. */
export type Places = { readonly groups: Int32Array; readonly rows: Int32Array }

/** Rows from anywhere in a source as one table, in the order of their places; each row group is read once. */
export async function fetchRows(source: Source, columns: readonly string[], places: Places): Promise<Table> {
  const parts: Table[] = []
  /** For each row of the parts joined, where it belongs in the result. */
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

/** The positions of each row group's rows, the groups in ascending order. */
function byGroup(groups: Int32Array): readonly (readonly [number, readonly number[]])[] {
  const positions = new Map<number, number[]>()
  for (const [position, group] of groups.entries()) {
    const known = positions.get(group)
    if (known) known.push(position)
    else positions.set(group, [position])
  }
  return [...positions].sort(([a], [b]) => a - b)
}
