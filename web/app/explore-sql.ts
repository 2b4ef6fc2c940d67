import { fail } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import { readQuery } from '#core/sql/read/read-query.ts'
import { viewOf } from '#core/sql/view.ts'
import { addressOfQuestion } from './explore-address.ts'
import type { SqlTable } from '../features/sql/tables-list.tsx'

/** The Explore URL of an SQL statement, or why there is none. */
export function exploreAddressOf(list: readonly SqlTable[], sql: string): Result<string> {
  const unknown = list.find(({ table, columns }) => columns === null && sql.toLowerCase().includes(table))
  if (unknown) return fail('dataset/not-ready', { name: unknown.name })
  const tables = Object.fromEntries(list.map(({ id, table, columns }) => [id, viewOf(table, columns ?? [])]))
  const read = readQuery(sql, tables)
  if (!read.ok) return read
  // An exploration starts at the first row and pages its tables.
  if (read.value.offset > 0) return fail('sql/no-counterpart', { what: 'OFFSET', instead: 'Leave it out.' })
  return ok(addressOfQuestion(read.value, null))
}
