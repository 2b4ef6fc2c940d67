import type { Database } from './database.ts'
import { startDuckDb } from './duckdb.ts'
import { startDuckDbWasm } from './duckdb-wasm.ts'
import { startMariaDb } from './mariadb.ts'
import { startPostgres } from './postgres.ts'
import { startSqlite } from './sqlite.ts'

/** Every database that tests can start; null where it is not installed on this machine. */
const databases = {
  DuckDB: startDuckDb,
  'DuckDB-WASM': startDuckDbWasm,
  SQLite: startSqlite,
  PostgreSQL: startPostgres,
  MariaDB: startMariaDb,
} as const satisfies Record<string, () => Promise<Database | null>>

/** Starts them all at once; what is missing is left out, with a plain line. */
export async function startDatabases(say: (line: string) => void): Promise<readonly Database[]> {
  const started = await Promise.all(Object.values(databases).map((start) => start()))
  for (const [at, title] of Object.keys(databases).entries()) {
    if (started[at] === null) say(`${title} is not installed here: it is left out.`)
  }
  return started.filter((database) => database !== null)
}
