import { spawnSync } from 'node:child_process'
import { bombOf } from '../support/bombs/bombs.ts'
import { neighbours } from '../support/bombs/neighbours.ts'
import { seededRandom } from '../support/random.ts'

const seed = Number(process.env['BOMB_SEED'] ?? 1)
const rounds = Number(process.env['BOMB_ROUNDS'] ?? 5000)
/** Bytes, rows or characters; about. */
const largest = Number(process.env['BOMB_SIZE'] ?? 2_000_000)
/** Others wait no longer than this. */
const longestStall = 2000
/** Bombs that share one process, which may run out of memory: then it is a crash, and the next go on in another. */
const together = 100

type Line = {
  readonly place: number
  readonly label: string
  readonly outcome: string
  readonly stall: number
  readonly ms: number
}

/** Runs some of the bombs here; a line tells that one begins, another how it ended. */
async function runSome(from: number, to: number): Promise<void> {
  const others = neighbours()
  for (let place = from; place < to; place++) {
    const bomb = bombOf(place, seededRandom(seed * 100_003 + place), largest)
    process.stdout.write(`${JSON.stringify({ place, label: bomb.label })}\n`)
    others.take()
    const started = performance.now()
    const outcome = await bomb.run(others.pause).then(
      (ending) => (ending.ok ? 'value' : ending.error.code),
      (error: unknown) => `threw ${error instanceof Error ? error.stack : String(error)}`,
    )
    const ms = Math.round(performance.now() - started)
    const line: Line = { place, label: bomb.label, outcome, stall: Math.round(others.take().longest), ms }
    process.stdout.write(`${JSON.stringify(line)}\n`)
  }
  others.stop()
}

/** A bomb that could not even be made. */
const unknown: Line = { place: 0, label: 'a bomb that was not made', outcome: '', stall: 0, ms: 0 }

/** Runs some of the bombs in a process of their own; null stands for the one at which it crashed. */
function runApart(from: number, to: number): { readonly lines: readonly Line[]; readonly crashed: Line | null } {
  const { stdout, status } = spawnSync(process.execPath, [import.meta.filename, String(from), String(to)], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said = stdout
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}'))
    .map((line) => JSON.parse(line) as Line)
  const lines = said.filter(({ outcome }) => outcome !== undefined)
  const last = said.at(-1)
  if (status === 0) return { lines, crashed: null }
  return {
    lines,
    crashed: last?.outcome === undefined && last ? last : { ...unknown, place: (last?.place ?? from - 1) + 1 },
  }
}

function runAll(): { readonly lines: readonly Line[]; readonly crashes: readonly Line[] } {
  const [lines, crashes] = [[] as Line[], [] as Line[]]
  for (let from = 0; from < rounds;) {
    const { lines: some, crashed } = runApart(from, Math.min(rounds, from + together))
    lines.push(...some)
    if (crashed !== null) crashes.push(crashed)
    from = crashed === null ? Math.min(rounds, from + together) : crashed.place + 1
    process.stderr.write(`${from} of ${rounds}, ${crashes.length} crashes\r`)
  }
  return { lines, crashes }
}

function report({ lines, crashes }: ReturnType<typeof runAll>): void {
  const thrown = lines.filter(({ outcome }) => outcome.startsWith('threw'))
  const stalls = lines.filter(({ stall }) => stall > longestStall)
  const sorted = lines.map(({ stall }) => stall).sort((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  const values = lines.filter(({ outcome }) => outcome === 'value').length
  process.stdout.write(
    `${lines.length + crashes.length} bombs: ${values} ended with a value, ${lines.length - values - thrown.length} with a sentence, ${thrown.length} threw, ${crashes.length} crashed\n` +
      `the longest that others waited: median ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms; ${stalls.length} over ${longestStall} ms\n`,
  )
  for (const { place, label } of crashes) process.stdout.write(`  crashed: ${place} ${label}\n`)
  for (const { place, label, outcome } of thrown.slice(0, 20)) process.stdout.write(`  ${place} ${label}: ${outcome}\n`)
  const slowest = lines.toSorted((a, b) => b.stall - a.stall).slice(0, 15)
  for (const { place, label, stall, ms, outcome } of slowest)
    process.stdout.write(`  ${stall} ms of ${ms} ms: ${place} ${label}: ${outcome}\n`)
  process.exitCode = crashes.length + thrown.length + stalls.length > 0 ? 1 : 0
}

const [from, to] = process.argv.slice(2).map(Number)
if (from !== undefined && to !== undefined) await runSome(from, to)
else {
  process.stdout.write(`BOMB_SEED=${seed} BOMB_ROUNDS=${rounds} BOMB_SIZE=${largest}\n`)
  report(runAll())
}
