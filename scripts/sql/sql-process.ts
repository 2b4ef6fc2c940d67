import { fork, type ChildProcess } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import type { SqlRequest } from '#core/sql/duck/host.ts'
import { at, root } from '../paths.ts'
import type { FromProcess, ToProcess } from './messages.ts'

/** Reads a stored file; null where it is gone. */
export type ReadFile = (key: string) => Promise<Uint8Array | null>

/** Megabytes that the process may take besides the engine's own memory, which core/sql/duck/host.ts bounds. */
const heap = 256

/** It may read the code of this project, and nothing else: it writes nowhere and starts nothing. */
const options = [
  `--max-old-space-size=${heap}`,
  '--permission',
  '--allow-worker',
  `--allow-fs-read=${root}/*`,
  '--disable-warning=SecurityWarning',
]

function start(): ChildProcess {
  const child = fork(at('scripts', 'sql', 'process.ts'), [], {
    execPath: at('node_modules', '.bin', 'node'),
    execArgv: options,
    // No secret of the server is in its environment.
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  // Everything else of the server goes first on a busy machine.
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
  return child
}

const startDeadline = 60_000

/** DuckDB in a process of its own. It runs one query at a time; ending it ends the query, whatever it does. */
export class SqlProcess {
  readonly #child = start()
  readonly #read: ReadFile
  readonly #late = setTimeout(() => this.end(), startDeadline)
  #settle: (isReady: boolean) => void = () => undefined
  /** Whether it has started; false where it never will. */
  readonly isReady = new Promise<boolean>((done) => (this.#settle = done))
  #running: { readonly ticket: string; readonly done: (page: string | null) => void } | null = null
  hasEnded = false

  constructor(read: ReadFile) {
    this.#read = read
    this.#child.on('message', (message: FromProcess) => void this.#take(message))
    this.#child.once('exit', () => this.#over())
    this.#child.once('error', () => this.#over())
  }

  /** The page as text; null where the process has ended before it was there. */
  run(request: SqlRequest): Promise<string | null> {
    return new Promise((done) => {
      if (this.hasEnded) return done(null)
      this.#running = { ticket: request.ticket, done }
      this.#tell({ kind: 'run', request })
    })
  }

  end(): void {
    this.#child.kill('SIGKILL')
    this.#over()
  }

  #tell(message: ToProcess): void {
    if (this.#child.connected) this.#child.send(message, () => undefined)
  }

  #over(): void {
    this.hasEnded = true
    clearTimeout(this.#late)
    this.#settle(false)
    this.#finish(null)
  }

  #finish(page: string | null): void {
    const running = this.#running
    this.#running = null
    running?.done(page)
  }

  async #take(message: FromProcess): Promise<void> {
    switch (message.kind) {
      case 'ready':
        clearTimeout(this.#late)
        return this.#settle(true)
      case 'page':
        return message.ticket === this.#running?.ticket ? this.#finish(message.page) : undefined
      case 'read': {
        const bytes = await this.#read(message.key).catch(() => null)
        return this.#tell({ kind: 'file', key: message.key, bytes })
      }
    }
  }
}
