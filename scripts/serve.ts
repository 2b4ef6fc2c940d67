import { spawn, type ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { endLeftover, forgetServer, noteServer, signalGroup } from './leftover.ts'
import type { LocalSettings } from './local-server.ts'
import { at, offlineEnvironment, root } from './paths.ts'
import { workers } from './workers.ts'

export type Server = {
  readonly url: string
  readonly stop: () => Promise<void>
  /** Ends it at once, as a power cut would: nothing is finished, nothing said. */
  readonly kill: () => Promise<void>
  /** Ends when the server does, whoever ended it. */
  readonly ended: Promise<number | null>
}

type Settings = {
  readonly port: number
  /** Where the local database, files and queues live. */
  readonly state: string
  /** From the source, starting again on every change; otherwise the Worker as it was built. */
  readonly watch?: boolean
  /** Each line that the Worker logs. */
  readonly onLine?: (line: string) => void
  /** Settings of the Worker that differ from wrangler.toml. */
  readonly variables?: Readonly<Record<string, string>>
}

const startDeadline = 60_000
const minute = 60_000

/** Production's cron, at home: once a minute the Worker's scheduled work runs. */
function keepLocalClock(url: string, until: Promise<unknown>): void {
  const tick = setInterval(() => void fetch(`${url}/cdn-cgi/local/scheduled`).catch(() => null), minute)
  tick.unref()
  void until.finally(() => clearInterval(tick))
}

async function answers(url: string): Promise<boolean> {
  const response = await fetch(`${url}/health`, { signal: AbortSignal.timeout(5000) }).catch(() => null)
  return response !== null && response.ok
}

/** From the source, by way of wrangler, which bundles it anew on every change. */
const watching = ({ port, state }: Settings): readonly string[] => [
  at('node_modules', '.bin', 'wrangler'),
  'dev',
  ...workers.flatMap(({ config }) => ['--config', config]),
  '--ip',
  '127.0.0.1',
  '--port',
  String(port),
  '--inspector-port',
  '0',
  '--persist-to',
  state,
  '--show-interactive-dev-session=false',
  '--test-scheduled',
  '--log-level',
  'log',
]

function asBuilt({ port, state, variables = {} }: Settings): readonly string[] {
  const settings: LocalSettings = { port, state, variables }
  return [at('node_modules', '.bin', 'node'), at('scripts', 'local-server.ts'), JSON.stringify(settings)]
}

function startServer(settings: Settings): ChildProcess {
  const [command = '', ...args] = settings.watch ? watching(settings) : asBuilt(settings)
  return spawn(command, args, { cwd: root, env: offlineEnvironment, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
}

/** Starts the product on this machine and waits until it answers. Throws with the log when it does not. */
export async function serve(settings: Settings): Promise<Server> {
  const url = `http://localhost:${settings.port}`
  await endLeftover(settings.state)
  const child = startServer(settings)
  noteServer(settings.state, child.pid)
  const recent: string[] = []
  const listen = (chunk: Buffer): void => {
    for (const line of chunk
      .toString()
      .split('\n')
      .filter((text) => text.trim() !== '')) {
      recent.push(line)
      if (recent.length > 60) recent.shift()
      settings.onLine?.(line)
    }
  }
  child.stdout?.on('data', listen)
  child.stderr?.on('data', listen)
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  void ended.then(() => forgetServer(settings.state))
  const stop = async (): Promise<void> => {
    signalGroup(child.pid, 'SIGTERM')
    await Promise.race([ended, sleep(5000).then(() => signalGroup(child.pid, 'SIGKILL'))])
  }
  const kill = async (): Promise<void> => {
    signalGroup(child.pid, 'SIGKILL')
    await ended
  }
  const deadline = Date.now() + startDeadline
  while (!(await answers(url))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop()
      throw new Error(`The server did not start on port ${settings.port}.\n${recent.join('\n')}`)
    }
    await sleep(150)
  }
  keepLocalClock(url, ended)
  return { url, stop, kill, ended }
}
