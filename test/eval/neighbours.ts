import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { withServer } from '../bench/with-server.ts'
import { createClient } from '../support/api.ts'
import { bombFileOf } from '../support/bombs/bombs.ts'
import type { BombFile } from '../support/bombs/file-bomb.ts'
import { seededRandom } from '../support/random.ts'
import { sharedBytes, sharedFilesBelow } from '../support/shared.ts'

const seed = Number(process.env['BOMB_SEED'] ?? 1)
const rounds = Number(process.env['BOMB_ROUNDS'] ?? 60)
const largest = Number(process.env['BOMB_SIZE'] ?? 1_000_000)
/** Milliseconds within which 99 of 100 calls of a neighbour are to be answered. */
const wanted = 500
/** A guest keeps no more datasets than these at a time. */
const perGuest = 10
/** Milliseconds that one file may take before the next is sent. */
const longest = 60_000

type Client = ReturnType<typeof createClient>

/** The odd files beside the repository, where they are. */
const cases = (): BombFile[] =>
  sharedFilesBelow('../cases/reading')
    .filter((path) => /\.(csv|tsv|txt|xlsx?|ods|jsonl?|parquet|db|sqlite|zip|gz)$/.test(path))
    .map((path) => ({ name: basename(path), bytes: sharedBytes(path) }))

async function send(client: Client, { name, bytes }: BombFile): Promise<string> {
  try {
    const { id } = await client.upload(name, bytes)
    for (const started = performance.now(); performance.now() - started < longest; await sleep(100)) {
      const { status, failure } = await client.status(id)
      if (status === 'ready' || status === 'failed') return failure?.message ?? status
    }
    return 'still at work'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Sends files one after another, by guests who each keep a few. */
async function sendAll(url: string, files: readonly BombFile[]): Promise<ReadonlyMap<string, number>> {
  const endings = new Map<string, number>()
  let client = createClient(url)
  for (const [at, file] of files.entries()) {
    if (at % perGuest === 0) {
      client = createClient(url)
      await client.startGuest()
    }
    const ending = (await send(client, file)).replaceAll(file.name, 'a file').replaceAll(/\d[\d,]*/g, '…')
    endings.set(ending, (endings.get(ending) ?? 0) + 1)
  }
  return endings
}

/** How long another guest waits for `/me`, again and again, until told to stop. */
async function waits(url: string, isOver: () => boolean): Promise<readonly number[]> {
  const client = createClient(url)
  await client.startGuest()
  const times: number[] = []
  while (!isOver()) {
    const started = performance.now()
    await client.call('GET', 'me')
    times.push(performance.now() - started)
    await sleep(100)
  }
  return times.sort((a, b) => a - b)
}

const at = (sorted: readonly number[], share: number): number =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)

const told = (name: string, sorted: readonly number[]): string =>
  `${name}: ${sorted.length} calls of /me, median ${at(sorted, 0.5)} ms, p95 ${at(sorted, 0.95)} ms, p99 ${at(sorted, 0.99)} ms, most ${at(sorted, 1)} ms\n`

process.stdout.write(`BOMB_SEED=${seed} BOMB_ROUNDS=${rounds} BOMB_SIZE=${largest}\n`)
const bombs = Array.from({ length: rounds }, (_, place) =>
  bombFileOf(place, seededRandom(seed * 100_003 + place), largest),
)
await withServer(async ({ url }) => {
  let isOver = false
  const quiet = waits(url, () => isOver)
  await sleep(10_000)
  isOver = true
  process.stdout.write(told('with nobody else', await quiet))
  isOver = false
  const busy = waits(url, () => isOver)
  const endings = await sendAll(url, [...cases(), ...bombs])
  isOver = true
  const times = await busy
  process.stdout.write(told('beside the bombs', times))
  for (const [ending, count] of [...endings].sort((a, b) => b[1] - a[1]))
    process.stdout.write(`  ${count} × ${ending}\n`)
  process.exitCode = at(times, 0.99) < wanted ? 0 : 1
})
