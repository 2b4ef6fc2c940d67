import { z } from 'zod'
import { formats } from '../semantic/vocabulary.ts'
import { columnTypes } from '../table/table.ts'

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** A result as JSON: columns, rows as arrays, and duration. */
export const wireTable = z.object({
  columns: z.array(z.object({ name: z.string(), type: z.enum(columnTypes), format: z.enum(formats) })),
  rows: z.array(z.array(cell)),
  /** Milliseconds. */
  ms: z.number(),
})
export type WireTable = z.infer<typeof wireTable>

/** A result for strangers, with the number of withheld groups. */
export const wirePublicTable = wireTable.extend({ withheld: z.number() })
export type WirePublicTable = z.infer<typeof wirePublicTable>

/** Rows of an SQL result, their total number, and whether the result was cut. */
export const wireSqlResult = wireTable.extend({
  offset: z.number(),
  total: z.number().describe('Rows of the whole result, at most 100,000.'),
  cut: z.boolean().describe('True where the result had more rows, of which these are the first.'),
})
export type WireSqlResult = z.infer<typeof wireSqlResult>
