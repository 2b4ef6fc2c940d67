import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/**
 * Every long attack, one after another: `node test/eval/attacks.ts [share] [seed]`. A share of 1 is what is promised: ten
 * thousand tiles behind links, five thousand bombs, ten thousand races; 0.01 shows in a few minutes that all of them run.
 * Ends with 1 where anything was told, crashed, stalled or broken.
 */
const [share = 1, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number)
const part = (whole: number): string => String(Math.max(1, Math.round(whole * share)))

type Attack = {
  readonly name: string
  readonly program: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

const attacks: readonly Attack[] = [
  { name: 'links tell no person', program: 'links.ts', args: [part(10_000), String(seed)] },
  {
    name: 'no input crashes or stalls',
    program: 'budgets.ts',
    env: { BOMB_ROUNDS: part(5000), BOMB_SEED: String(seed) },
  },
  {
    name: 'nobody waits beside uploads',
    program: 'neighbours.ts',
    env: { BOMB_ROUNDS: part(60), BOMB_SEED: String(seed) },
  },
  {
    name: 'nobody waits beside SQL',
    program: 'sql-bombs.ts',
    env: { SQL_BOMBS_ROUNDS: part(100), SQL_BOMBS_SEED: String(seed) },
  },
  {
    name: 'no race breaks state, no haste passes a limit',
    program: 'races.ts',
    args: [part(10_000), part(50), String(seed)],
  },
]

function holds({ name, program, args = [], env = {} }: Attack): boolean {
  process.stdout.write(`\n== ${name} (${program}, seed ${seed})\n`)
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, program), ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  process.stdout.write(`${status === 0 ? '✓' : '✗'} ${name}\n`)
  return status === 0
}

process.exitCode = attacks.map(holds).every(Boolean) ? 0 : 1
