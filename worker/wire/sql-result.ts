import { z } from '@hono/zod-openapi'
import type { Format } from '#core/semantic/vocabulary.ts'
import type { ColumnType, Table } from '#core/table/table.ts'
import { toWireTable, wireTable } from './table.ts'

/** Some rows of what SQL gave: how many there are in all, and whether there would have been more. */
export const wireSqlResult = wireTable
  .extend({
    offset: z.number(),
    total: z.number().openapi({ description: 'Rows of the whole result, at most 100,000.' }),
    cut: z.boolean().openapi({ description: 'True where the result had more rows, of which these are the first.' }),
  })
  .openapi('SqlResult')
type WireSqlResult = z.infer<typeof wireSqlResult>

const formatOf: Readonly<Record<ColumnType, Format>> = {
  boolean: 'text',
  integer: 'number',
  decimal: 'number',
  date: 'date',
  timestamp: 'date',
  duration: 'duration',
  text: 'text',
}

type Page = { readonly table: Table; readonly total: number; readonly isCut: boolean; readonly offset: number }

export function toWireSqlResult({ table, total, isCut, offset }: Page, ms: number): WireSqlResult {
  const formats = Object.fromEntries(table.columns.map(({ name, type }) => [name, formatOf[type]]))
  return { ...toWireTable(table, formats, ms), offset, total, cut: isCut }
}
