import '@hono/zod-openapi'
import { wirePublicTable, wireSqlResult, wireTable } from '#core/wire/wire-table.ts'

/** Results as JSON, with their names in the description of the API. */
export const describedTable = wireTable.openapi('Table')
export const describedPublicTable = wirePublicTable.openapi('PublicTable')
export const describedSqlResult = wireSqlResult.openapi('SqlResult')
