import { calendarOf } from '../query/calendar/calendar.ts'
import { zoneOf } from '../query/calendar/zone.ts'
import { listsRows, type Query } from '../query/query.ts'
import { fieldsOfResult } from '../query/result-fields.ts'
import { compileGrouped } from './compile/grouped.ts'
import { compileListing } from './compile/listing.ts'
import { fromClauseOf } from './compile/from-clause.ts'
import type { Dialect } from './dialects/dialect.ts'
import { render, renderWritten, type Statement } from './render.ts'
import type { Sql } from './sql.ts'
import type { SqlTables } from './table.ts'
import type { Field } from '../table/table.ts'
import type { Writing } from './term.ts'

const writingOf = (query: Query, dialect: Dialect): Writing => ({
  dialect,
  zone: zoneOf(query.timeZone),
  reckoning: calendarOf(query),
})

function compile(query: Query, tables: SqlTables, dialect: Dialect): Sql {
  const writing = writingOf(query, dialect)
  return listsRows(query) ? compileListing(query, tables, writing) : compileGrouped(query, tables, writing)
}

/** A statement that answers a Query, and its result columns in order. */
export type CompiledQuery = Statement & { readonly fields: readonly Field[] }

/**
 * Compiles a plain Query to one read-only statement with bound values. The Query must be resolved and valid;
 * `runSteps` handles `bins`, `top`, `compare` and `pivot`. `readRows` reads the result by column position.
 */
export function compileQuery(query: Query, tables: SqlTables, dialect: Dialect): CompiledQuery {
  const { scope } = fromClauseOf(query, tables, writingOf(query, dialect))
  const fields = fieldsOfResult(query, (column) => scope(column).type)
  return { ...render(compile(query, tables, dialect), dialect), fields }
}

/** The same statement with escaped literals, for people to read and run. */
export const writeQuery = (query: Query, tables: SqlTables, dialect: Dialect): string =>
  renderWritten(compile(query, tables, dialect), dialect)
