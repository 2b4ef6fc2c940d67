import { z } from '@hono/zod-openapi'
import { formats, type Format } from '#core/semantic/vocabulary.ts'
import { cellAt, columnTypes, type Table } from '#core/table/table.ts'
import { ownValue } from '#core/own-value.ts'

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** A result: its columns, its rows as arrays, and how long it took. */
export const wireTable = z
  .object({
    columns: z.array(z.object({ name: z.string(), type: z.enum(columnTypes), format: z.enum(formats) })),
    rows: z.array(z.array(cell)),
    ms: z.number(),
  })
  .openapi('Table')
export type WireTable = z.infer<typeof wireTable>

/** A result as strangers read it, and how many groups of it are withheld. */
export const wirePublicTable = wireTable.extend({ withheld: z.number() }).openapi('PublicTable')
export type WirePublicTable = z.infer<typeof wirePublicTable>

export function toWireTable(table: Table, formatOf: Readonly<Record<string, Format>>, ms: number): WireTable {
  return {
    columns: table.columns.map(({ name, type }) => ({ name, type, format: ownValue(formatOf, name) ?? 'text' })),
    rows: Array.from({ length: table.rows }, (_, row) => table.columns.map((column) => cellAt(column, row))),
    ms,
  }
}
