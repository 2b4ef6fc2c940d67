import { spawn } from 'node:child_process'
import { at, offlineEnvironment, root } from '../../scripts/paths.ts'

/** What a soak is to do: a seed, and how many rounds. */
export type Soak = { readonly seed: number; readonly rounds: number }

/** Runs one test file of the Worker for longer than `npm test` does. True when all of it held. */
export function soakInWorkerd(file: string, soak: Soak): Promise<boolean> {
  const args = ['run', '--project', 'edge', '--reporter', 'verbose', file]
  const env = { ...offlineEnvironment, SOAK: JSON.stringify(soak) }
  const child = spawn(at('node_modules', '.bin', 'vitest'), args, { cwd: root, env, stdio: 'inherit' })
  return new Promise((resolve) => child.once('exit', (code) => resolve(code === 0)))
}
