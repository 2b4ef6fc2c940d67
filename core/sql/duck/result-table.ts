import { Column, tableFromIPC, Type } from '@uwdata/flechette'
import { type ArrowLeaf, columnOf, isLong, leavesOf } from '../../ingest/arrow/columns.ts'
import type { Table } from '../../table/table.ts'
import { RowBuffer } from '../../table/row-buffer.ts'

type Arrow = ReturnType<typeof tableFromIPC>
type Children = Arrow['children']
type Batch = { readonly rows: number; readonly columns: Children }

/** The record batches as columns. */
function batchesOf({ children }: Arrow): readonly Batch[] {
  const [first] = children
  return (first?.data ?? []).map(({ length }, at) => ({
    rows: length,
    columns: children.map((column) => new Column(column.data.slice(at, at + 1), column.type)),
  }))
}

function tableOf({ rows, columns }: Batch, leaves: readonly ArrowLeaf[]): Table {
  return { rows, columns: leaves.map((leaf) => columnOf(leaf, columns, { from: 0, to: rows })) }
}

/** True if a column contains an integer that is not exact as a float; it is then shown as text. */
function isTooLong(leaf: ArrowLeaf, batches: readonly Batch[]): boolean {
  if (!isLong(leaf)) return false
  return batches.some((batch) =>
    tableOf(batch, [leaf]).columns.some(
      (column) => column.type !== 'text' && column.values.some((value) => Math.abs(value) > Number.MAX_SAFE_INTEGER),
    ),
  )
}

const asText = (leaf: ArrowLeaf): ArrowLeaf => ({ ...leaf, field: { ...leaf.field, type: 'text' } })

/** Makes column names unique. */
function named(leaves: readonly ArrowLeaf[]): readonly ArrowLeaf[] {
  const taken = new Set<string>()
  return leaves.map((leaf) => {
    let name = leaf.field.name
    for (let number = 2; taken.has(name); number++) name = `${leaf.field.name} ${number}`
    taken.add(name)
    return { ...leaf, field: { ...leaf.field, name } }
  })
}

const isEmpty = ({ type }: ArrowLeaf): boolean => type.typeId === Type.Null

/** Converts Arrow data, a file or stream chunks, to a Table of at most `most` rows. */
export function resultTable(sent: Uint8Array | readonly Uint8Array[], most: number): Table {
  const arrow = tableFromIPC(sent instanceof Uint8Array ? sent : [...sent], { useBigInt: true, useMap: true })
  const leaves = named(leavesOf(arrow.schema.fields))
  const batches = batchesOf(arrow)
  const kept = leaves.map((leaf) => (isEmpty(leaf) || isTooLong(leaf, batches) ? asText(leaf) : leaf))
  const buffer = new RowBuffer(
    kept.map(({ field }) => field),
    Math.max(1, most),
  )
  for (const batch of batches) if (buffer.rows < most) buffer.add(tableOf(batch, kept), 0)
  return buffer.take()
}

/** The plan drawing that EXPLAIN returned as Arrow. */
export const planText = (sent: Uint8Array): string =>
  [...(tableFromIPC(sent).getChild('explain_value')?.toArray() ?? [])].map(String).join('\n')
