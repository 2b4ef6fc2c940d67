// The program of one SQL process: DuckDB for one caller, which the server ends when it takes too long.
import { readFile } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { DuckHost, hostBounds, type SqlRequest } from '#core/sql/duck/host.ts'
import { writePage } from '#core/sql/duck/page-text.ts'
import { DuckSession } from '#core/sql/duck/session.ts'
import { at } from '../paths.ts'
import type { FromProcess, ToProcess } from './messages.ts'

/** Ends this process when its server has gone, even while DuckDB gives nothing else a turn. */
const watch = `const { ppid } = process; setInterval(() => process.ppid === ppid || process.kill(process.pid, 'SIGKILL'), 500)`
new Worker(watch, { eval: true }).unref()

const tell = (message: FromProcess): unknown => process.send?.(message)

const compiled = readFile(at('node_modules/@duckdb/duckdb-wasm/dist/duckdb-eh.wasm')).then((bytes) =>
  WebAssembly.compile(bytes),
)

const start = (): Promise<DuckSession> =>
  DuckSession.start(hostBounds, {
    async instantiate(imports) {
      const module = await compiled
      return { module, instance: await WebAssembly.instantiate(module, imports as WebAssembly.Imports) }
    },
    now: () => performance.now(),
    pause: () => setImmediate(),
  })

/** Files that were asked of the server and have not come yet. */
const awaited = new Map<string, (bytes: Uint8Array | null) => void>()

const host = new DuckHost({
  start,
  read: (key) =>
    new Promise((done) => {
      awaited.set(key, done)
      tell({ kind: 'read', key })
    }),
})

async function run(request: SqlRequest): Promise<void> {
  tell({ kind: 'page', ticket: request.ticket, page: writePage(await host.run(request)) })
}

/** The message alone: a stack would bring the engine's code along. */
function fail(error: unknown): void {
  console.error(`The SQL process failed: ${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
}

process.on('message', (message: ToProcess) => {
  if (message.kind === 'run') return void run(message.request).catch(fail)
  awaited.get(message.key)?.(message.bytes)
  awaited.delete(message.key)
})
process.on('disconnect', () => process.exit(0))
host.warm().then(() => tell({ kind: 'ready' }), fail)
