import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Who a server runs as: both refuse to run as root. */
type User = { readonly uid: number; readonly gid: number }

/** The first of these paths that exists. */
export const findBinary = (paths: readonly string[]): string | null => paths.find((path) => existsSync(path)) ?? null

/** A folder of its own for a server, and whom it runs as where this is root. */
export function serverFolder(name: string): { readonly folder: string; readonly user: User | undefined } {
  const folder = mkdtempSync(join(tmpdir(), `edgewise-${name}-`))
  if (process.getuid?.() !== 0) return { folder, user: undefined }
  const user = { uid: numberOf('-u'), gid: numberOf('-g') }
  chownSync(folder, user.uid, user.gid)
  return { folder, user }
}

const numberOf = (flag: string): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))

/** Starts a server and asks until it answers; its last words are in the error where it does not. */
export async function startServer(
  [binary, ...args]: readonly [string, ...string[]],
  user: User | undefined,
  ask: () => Promise<void>,
): Promise<ChildProcess> {
  const server = spawn(binary, args, { ...user, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (text) => (said = `${said}${text}`.slice(-2000)))
  for (const deadline = Date.now() + 60_000; ;) {
    try {
      await ask()
      return server
    } catch (error) {
      if (server.exitCode !== null || Date.now() > deadline)
        throw new Error(`${binary} does not answer: ${said}`, { cause: error })
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

/** Ends a server, and removes its folder once it has ended. */
export async function stopServer(server: ChildProcess, folder: string): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  await ended
  rmSync(folder, { recursive: true, force: true })
}
