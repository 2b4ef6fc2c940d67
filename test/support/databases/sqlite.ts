import { DatabaseSync } from 'node:sqlite'
import { sqlite } from '#core/sql/dialects/sqlite.ts'
import { type Database, describe, insertions } from './database.ts'

const types = {
  text: 'TEXT',
  boolean: 'INTEGER',
  integer: 'INTEGER',
  decimal: 'REAL',
  duration: 'REAL',
  date: 'TEXT',
  timestamp: 'TEXT',
}

/** SQLite as Node has it, in memory. */
export function startSqlite(): Promise<Database> {
  const database = new DatabaseSync(':memory:')
  const known = (value: unknown) => (typeof value === 'boolean' ? Number(value) : (value as string | number | null))
  return Promise.resolve({
    title: 'SQLite',
    dialect: sqlite,
    load: (name, table) => {
      const { create, inserts } = insertions(name, table, { dialect: sqlite, types })
      database.exec(`DROP TABLE IF EXISTS ${sqlite.quote(name)}; ${create}`)
      for (const { text, values } of inserts) database.prepare(text).run(...values.map(known))
      return Promise.resolve(describe(name, table))
    },
    run: ({ text, values }) => {
      const statement = database.prepare(text)
      statement.setReturnArrays(true)
      return Promise.resolve(statement.all(...values.map(known)) as unknown as unknown[][])
    },
    close: () => Promise.resolve(database.close()),
  })
}
