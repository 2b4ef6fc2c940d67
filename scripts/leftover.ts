import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { at } from './paths.ts'

const fileIn = (state: string): string => at(join(state, 'server.pid'))

/** Signals a process and everything it started; false when it has ended already. */
export function signalGroup(pid: number | undefined, signal: NodeJS.Signals | 0): boolean {
  try {
    return pid !== undefined && process.kill(-pid, signal)
  } catch {
    return false
  }
}

/** A process number may belong to another program by now, so its command is looked at as well. */
const isServer = (pid: number): boolean =>
  /wrangler|local-server/.test(spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '')

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Ends a group at once and waits, briefly, until it has let go of its port. */
async function endGroup(pid: number): Promise<void> {
  signalGroup(pid, 'SIGKILL')
  for (let waited = 0; waited < 3000 && signalGroup(pid, 0); waited += 50) await sleep(50)
}

/** Notes which process serves from this state, and who started it. */
export function noteServer(state: string, pid: number | undefined): void {
  mkdirSync(dirname(fileIn(state)), { recursive: true })
  writeFileSync(fileIn(state), `${pid ?? ''} ${process.pid}`)
}

export const forgetServer = (state: string): void => rmSync(fileIn(state), { force: true })

/** Ends a server whose starter was killed before it could end it: it would hold the port and the database. */
export async function endLeftover(state: string): Promise<void> {
  if (!existsSync(fileIn(state))) return
  const [server = 0, starter = 0] = readFileSync(fileIn(state), 'utf8').split(' ').map(Number)
  if (starter > 0 && isAlive(starter)) return
  if (server > 0 && isServer(server)) await endGroup(server)
  forgetServer(state)
}
