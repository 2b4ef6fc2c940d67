import { spawnSync } from 'node:child_process'
import { at, offlineEnvironment, root } from './paths.ts'

/** Runs a command of node_modules to its end; its output is shown only when it fails. Throws then. */
export function run(command: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): string {
  const { status, stdout, stderr, error } = spawnSync(at('node_modules', '.bin', command), args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...offlineEnvironment, ...environment },
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status === 0) return stdout
  throw new Error(`${command} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}\n${stdout}\n${stderr}`)
}
