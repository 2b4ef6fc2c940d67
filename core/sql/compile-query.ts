import { calendarOf } from '../query/calendar/calendar.ts'
import { zoneOf } from '../query/calendar/zone.ts'
import { queryOfGroups, queryOverGroups } from '../query/query-of-groups.ts'
import { listsRows, type Query } from '../query/query.ts'
import { fieldsOfResult } from '../query/result-fields.ts'
import { compileGrouped, groupsClause } from './compile/grouped.ts'
import { compileListing } from './compile/listing.ts'
import { type FromClause, fromClauseOf } from './compile/from-clause.ts'
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

/** A Query over rows or groups, and what it reads. */
type Reading = { readonly query: Query; readonly source: FromClause; readonly writing: Writing }

function readingOf(asked: Query, tables: SqlTables, dialect: Dialect): Reading {
  const writing = writingOf(asked, dialect)
  const { groups } = asked
  if (!groups) return { query: asked, source: fromClauseOf(asked, tables, writing), writing }
  const inner = queryOfGroups(asked, groups)
  const source = groupsClause({ query: inner, source: fromClauseOf(inner, tables, writing), writing })
  return { query: queryOverGroups(asked), source, writing }
}

function compile(reading: Reading, tables: SqlTables): Sql {
  const { query, writing } = reading
  return listsRows(query) ? compileListing(query, tables, writing) : compileGrouped(reading)
}

/** A statement that answers a Query, and its result columns in order. */
export type CompiledQuery = Statement & { readonly fields: readonly Field[] }

/**
 * Compiles a plain Query to one read-only statement with bound values. The Query must be resolved and valid;
 * `runSteps` handles `bins`, `top`, `compare` and `pivot`. `readRows` reads the result by column position.
 */
export function compileQuery(query: Query, tables: SqlTables, dialect: Dialect): CompiledQuery {
  const reading = readingOf(query, tables, dialect)
  const fields = fieldsOfResult(reading.query, (column) => reading.source.scope(column).type)
  return { ...render(compile(reading, tables), dialect), fields }
}

/** The same statement with escaped literals, for people to read and run. */
export const writeQuery = (query: Query, tables: SqlTables, dialect: Dialect): string =>
  renderWritten(compile(readingOf(query, tables, dialect), tables), dialect)
