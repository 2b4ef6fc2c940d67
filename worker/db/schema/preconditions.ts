import { sql } from 'drizzle-orm'
import { check, sqliteTable } from 'drizzle-orm/sqlite-core'
import { flag } from '../columns.ts'

/** Never contains a row: an INSERT violates its constraint and aborts the batch. See `writeIf`. */
export const precondition = sqliteTable('precondition', { held: flag().notNull() }, (table) => [
  check('precondition_holds', sql`${table.held} = 1`),
])
