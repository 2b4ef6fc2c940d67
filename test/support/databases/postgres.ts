import { execFileSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { Client, types as pgTypes } from 'pg'
import { postgres } from '#core/sql/dialects/postgres.ts'
import { type Database, describe, insertions } from './database.ts'
import { findBinary, serverFolder, startServer, stopServer } from './server.ts'

const types = {
  text: 'text',
  boolean: 'boolean',
  integer: 'bigint',
  decimal: 'double precision',
  duration: 'double precision',
  date: 'date',
  timestamp: 'timestamp(3)',
}

/** PostgreSQL, in a folder of its own and by its socket; null where it is not installed. */
export async function startPostgres(): Promise<Database | null> {
  const binary = findBinary(['/usr/lib/postgresql/15/bin/postgres', '/usr/local/bin/postgres'])
  if (binary === null) return null
  const { folder, user } = serverFolder('postgres')
  const data = join(folder, 'data')
  execFileSync(
    join(dirname(binary), 'initdb'),
    ['-D', data, '-U', 'edgewise', '-A', 'trust', '-E', 'UTF8', '--locale', 'C.UTF-8', '--no-sync'],
    { ...user, stdio: 'pipe' },
  )
  const connect = async (): Promise<Client> => {
    const client = new Client({
      host: folder,
      user: 'edgewise',
      database: 'postgres',
      types: { getTypeParser: textParser },
    })
    await client.connect()
    return client
  }
  const settings = ['listen_addresses=', 'fsync=off', 'jit=off', 'shared_buffers=32MB', 'TimeZone=America/New_York']
  const server = await startServer(
    [binary, '-D', data, '-k', folder, ...settings.flatMap((one) => ['-c', one])],
    user,
    async () => (await connect()).end(),
  )
  const client = await connect()
  return {
    title: 'PostgreSQL',
    dialect: postgres,
    load: async (name, table) => {
      const { create, inserts } = insertions(name, table, { dialect: postgres, types })
      await client.query(`DROP TABLE IF EXISTS ${postgres.quote(name)}`)
      await client.query(create)
      for (const { text, values } of inserts) await client.query(text, values)
      await client.query(`ANALYZE ${postgres.quote(name)}`)
      return describe(name, table)
    },
    run: async ({ text, values }) => (await client.query({ text, values: [...values], rowMode: 'array' })).rows,
    close: async () => {
      await client.end()
      await stopServer(server, folder)
    },
  }
}

/** Moments as they are written, for a driver's Date is in the zone of its machine. */
const textParser: typeof pgTypes.getTypeParser = (oid: number, format?: 'text' | 'binary') => {
  const { DATE, TIMESTAMP } = pgTypes.builtins
  return oid === DATE || oid === TIMESTAMP ? (text: string) => text : pgTypes.getTypeParser(oid, format)
}
