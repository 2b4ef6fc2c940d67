import { join } from 'node:path'
import { createConnection } from 'mysql2/promise'
import { mysql } from '#core/sql/dialects/mysql.ts'
import { type Database, describe, insertions } from './database.ts'
import { findBinary, serverFolder, startServer, stopServer } from './server.ts'

const types = {
  text: 'TEXT',
  boolean: 'BOOLEAN',
  integer: 'BIGINT',
  decimal: 'DOUBLE',
  duration: 'DOUBLE',
  date: 'DATE',
  timestamp: 'DATETIME(3)',
}

/**
 * MariaDB, in a folder of its own and by its socket; null where it is not installed. Without its system tables: it
 * starts in a fraction of the time, knows no users and no time zones.
 */
export async function startMariaDb(): Promise<Database | null> {
  const binary = findBinary(['/usr/sbin/mariadbd'])
  if (binary === null) return null
  const { folder, user } = serverFolder('mariadb')
  const socketPath = join(folder, 'socket')
  const options = { socketPath, user: 'root', dateStrings: true, supportBigNumbers: true, timezone: 'Z' } as const
  const server = await startServer([binary, ...settingsOf(folder, socketPath)], user, async () => {
    await (await createConnection(options)).end()
  })
  const connection = await createConnection(options)
  await connection.query('CREATE DATABASE edgewise')
  await connection.query('USE edgewise')
  return {
    title: 'MariaDB',
    dialect: mysql,
    load: async (name, table) => {
      const { create, inserts } = insertions(name, table, { dialect: mysql, types })
      await connection.query(`DROP TABLE IF EXISTS ${mysql.quote(name)}`)
      await connection.query(create)
      for (const { text, values } of inserts) await connection.query(text, values)
      return describe(name, table)
    },
    run: async ({ text, values }) => {
      const [rows] = await connection.query({ sql: text, values: [...values], rowsAsArray: true })
      return rows as unknown[][]
    },
    close: async () => {
      await connection.end()
      await stopServer(server, folder)
    },
  }
}

const settingsOf = (folder: string, socket: string): readonly string[] => [
  '--no-defaults',
  `--datadir=${folder}`,
  // A server that starts empties its folder of temporary tables: two must not share one.
  `--tmpdir=${folder}`,
  `--socket=${socket}`,
  '--skip-networking',
  '--skip-grant-tables',
  '--character-set-server=utf8mb4',
  '--max-allowed-packet=64M',
  '--max-sort-length=16384',
  '--innodb-buffer-pool-size=32M',
  '--innodb-log-file-size=8M',
  '--innodb-flush-log-at-trx-commit=0',
]
