import { spawnSync } from 'node:child_process'
import { dryRun } from './deploy/dry-run.ts'
import { at, offlineEnvironment, root } from './paths.ts'

type Check = { readonly name: string; readonly command: string; readonly args: readonly string[] }

/** Everything that must hold before a commit, quickest first. Import rules are a test (test/architecture). */
const checks: readonly Check[] = [
  { name: 'lint and sizes', command: 'oxlint', args: ['--deny-warnings'] },
  { name: 'format', command: 'oxfmt', args: ['--check'] },
  { name: 'types', command: 'tsc', args: ['-b'] },
  { name: 'dead code', command: 'knip', args: [] },
]

function passes({ name, command, args }: Check): boolean {
  const started = performance.now()
  const { status } = spawnSync(at('node_modules/.bin', command), args, {
    cwd: root,
    stdio: 'inherit',
    env: offlineEnvironment,
  })
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
  return status === 0
}

const passed = checks.map(passes).every(Boolean)
const deployable = await dryRun()
if (!passed || !deployable) process.exitCode = 1
