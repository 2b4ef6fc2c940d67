import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from '../../scripts/build.ts'
import { migrate } from '../../scripts/migrate.ts'
import { serve } from '../../scripts/serve.ts'
import { freePort } from '../browser/free-port.ts'
import { createClient } from '../support/api.ts'
import { seededRandom } from '../support/random.ts'
import { sqlBomb } from '../support/sql-bombs.ts'

/** SQL bombs of one guest against a real server, and how long another guest waits meanwhile. */
const seed = Number(process.env['SQL_BOMBS_SEED'] ?? 1)
const rounds = Number(process.env['SQL_BOMBS_ROUNDS'] ?? 100)
const rows = 20_000
/** The limit of a query, and what ending a process and starting the next may take. */
const longest = 25_000
const pause = 20

type Client = ReturnType<typeof createClient>

function peopleFile(): Uint8Array {
  const lines = ['id,name,kind']
  for (let row = 0; row < rows; row++)
    lines.push(`${row},${['Ada', 'Grace', 'Edsger', 'Barbara'][row % 4]} Number ${row},person`)
  return new TextEncoder().encode(lines.join('\n'))
}

async function guestWithPeople(url: string): Promise<Client> {
  const client = createClient(url)
  await client.startGuest()
  const { id } = await client.upload('people.csv', peopleFile())
  while ((await client.status(id)).status !== 'ready') await sleep(200)
  return client
}

/** Asks one thing again and again until it is told to end; gives how long each answer took. */
function listen(ask: () => Promise<unknown>): { readonly end: () => Promise<readonly number[]> } {
  const over = new AbortController()
  const times: number[] = []
  const done = (async () => {
    while (!over.signal.aborted) {
      const started = performance.now()
      await ask()
      times.push(performance.now() - started)
      await sleep(pause)
    }
  })()
  return {
    end: async () => {
      over.abort()
      await done
      return times.toSorted((a, b) => a - b)
    },
  }
}

const at = (times: readonly number[], share: number): string =>
  `${(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(0)} ms`
const told = (name: string, times: readonly number[]): string =>
  `${name}: p50 ${at(times, 0.5)}, p99 ${at(times, 0.99)}, longest ${at(times, 1)} of ${times.length}\n`

type Tally = { readonly codes: Map<string, number>; readonly broken: string[]; slowest: number }

/** What became of one bomb: `ran`, or the code of its sentence. */
async function drop(client: Client, sql: string, tally: Tally): Promise<void> {
  const started = performance.now()
  const outcome = await client.call('POST', 'sql', { sql }).then(
    () => 'ran',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
  const took = performance.now() - started
  tally.slowest = Math.max(tally.slowest, took)
  const code = outcome === 'ran' ? outcome : (/sql\/[a-z-]+/.exec(outcome)?.[0] ?? 'other')
  tally.codes.set(code, (tally.codes.get(code) ?? 0) + 1)
  if (code === 'other' || took > longest) tally.broken.push(`${Math.round(took)} ms, ${outcome}: ${sql}`)
}

async function soak(url: string): Promise<void> {
  const [random, attacker, other] = [seededRandom(seed), await guestWithPeople(url), await guestWithPeople(url)]
  await other.call('POST', 'sql', { sql: 'SELECT 1' })
  const quiet = listen(() => other.call('GET', 'me'))
  await sleep(5000)
  process.stdout.write(told('/me before', await quiet.end()))
  const tally: Tally = { codes: new Map(), broken: [], slowest: 0 }
  const me = listen(() => other.call('GET', 'me'))
  const sql = listen(() => other.call('POST', 'sql', { sql: 'SELECT count(*) FROM people' }).then(() => sleep(500)))
  for (let round = 0; round < rounds; round++) await drop(attacker, sqlBomb(random), tally)
  process.stdout.write(told('/me meanwhile', await me.end()))
  process.stdout.write(told('/sql of another meanwhile, and half a second', await sql.end()))
  process.stdout.write(
    `${rounds} bombs, slowest answer ${Math.round(tally.slowest)} ms: ${[...tally.codes].map(([code, count]) => `${code} ${count}`).join(', ')}\n`,
  )
  for (const each of tally.broken) process.stdout.write(`broken: ${each}\n`)
  if (tally.broken.length > 0) process.exitCode = 1
}

process.stdout.write(`SQL_BOMBS_SEED=${seed} SQL_BOMBS_ROUNDS=${rounds}\n`)
const state = mkdtempSync(join(tmpdir(), 'edgewise-bombs-'))
await build()
await migrate(state)
const onLine = (line: string): unknown => /"level":"error"|uncaught/i.test(line) && process.stdout.write(`${line}\n`)
const server = await serve({ port: await freePort(), state, onLine })
try {
  await soak(server.url)
} finally {
  await server.stop()
  rmSync(state, { recursive: true, force: true })
}
