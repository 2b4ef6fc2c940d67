import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The file of a database that real SQLite made by some statements, and what it answers to a query itself. */
export function sqliteFile(statements: string, query?: string): { bytes: Uint8Array; rows: readonly unknown[] } {
  const folder = mkdtempSync(join(tmpdir(), 'edgewise-'))
  const path = join(folder, 'a.db')
  try {
    const database = new DatabaseSync(path)
    database.exec(statements)
    const rows = query === undefined ? [] : database.prepare(query).all()
    database.close()
    return { bytes: new Uint8Array(readFileSync(path)), rows: rows.map((row) => ({ ...row })) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
