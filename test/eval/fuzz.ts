import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { memoryFile } from '#core/ingest/memory-file.ts'
import { type ReaderId, readers } from '#core/ingest/registry.ts'
import { damaged, outcomeOf } from '../support/damage.ts'
import { seededRandom } from '../support/random.ts'
import { fixtures } from '../support/reader-fixtures.ts'

const seed = Number(process.env['FUZZ_SEED'] ?? 1)
const rounds = Number(process.env['FUZZ_ROUNDS'] ?? 20_000)
const longest = 5000

type Tally = { read: number; refused: number; broken: string[]; slowest: number }

const ids = Object.keys(readers) as ReaderId[]

/** Reads damaged files of every kind, and counts what became of them; what breaks is kept to be looked at. */
async function fuzz(): Promise<ReadonlyMap<ReaderId, Tally>> {
  const [random, kept] = [seededRandom(seed), mkdtempSync(join(tmpdir(), 'edgewise-fuzz-'))]
  const sources = new Map<ReaderId, Uint8Array>()
  for (const id of ids) sources.set(id, await fixtures[id].bytes(200))
  const tallies = new Map(ids.map((id): [ReaderId, Tally] => [id, { read: 0, refused: 0, broken: [], slowest: 0 }]))
  for (let round = 0; round < rounds; round++) {
    const id = ids[round % ids.length] ?? 'csv'
    const bytes = damaged(sources.get(id) ?? new Uint8Array(0), random)
    const tally = tallies.get(id)
    if (tally === undefined) continue
    const start = performance.now()
    const verdict = await judge(fixtures[id].name, bytes, tally)
    const took = performance.now() - start
    tally.slowest = Math.max(tally.slowest, took)
    const complaint = verdict ?? (took > longest ? `took ${Math.round(took)} ms` : null)
    if (complaint === null) continue
    const path = join(kept, `${round}-${fixtures[id].name}`)
    writeFileSync(path, bytes)
    tally.broken.push(`${path}: ${complaint}`)
  }
  return tallies
}

/** What is wrong with how a file was read; null where nothing is. */
async function judge(name: string, bytes: Uint8Array, tally: Tally): Promise<string | null> {
  try {
    const outcome = await outcomeOf(memoryFile(name, bytes))
    if (outcome.kind === 'refused') tally.refused++
    else tally.read++
    return outcome.kind === 'read' && outcome.rows !== outcome.said
      ? `${outcome.rows} rows, but told ${outcome.said}`
      : null
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}

process.stdout.write(`FUZZ_SEED=${seed} FUZZ_ROUNDS=${rounds}\n`)
const tallies = await fuzz()
for (const [id, { read, refused, broken, slowest }] of tallies) {
  process.stdout.write(
    `${id}: ${read} read, ${refused} refused, ${broken.length} broken, slowest ${Math.round(slowest)} ms\n`,
  )
  for (const line of broken.slice(0, 5)) process.stdout.write(`  ${line}\n`)
}
process.exitCode = [...tallies.values()].some(({ broken }) => broken.length > 0) ? 1 : 0
