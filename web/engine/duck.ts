import engineUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url'
import type { SqlResult } from '#core/sql/duck/session.ts'
import type { Gated } from '#core/sql/gate/gate.ts'
import { refuse, type Refused } from '#core/sql/gate/refused.ts'
import type { Result } from '#core/result.ts'
import type { Problem } from '../transport.ts'
import type { DuckFile, DuckReply, DuckRequest } from './duck-messages.ts'

/** Query timeout in seconds, after engine and data have loaded. */
const seconds = 60

type DuckRun = { readonly sql: string; readonly gated: Gated; readonly files: readonly DuckFile[] }
export type Ran = SqlResult & { readonly ms: number }
/** The place of the problem in the SQL, if known. */
export type SqlProblem = Problem & Partial<Pick<Refused, 'place'>>

const notLoaded: SqlProblem = {
  code: 'sql/engine',
  status: 0,
  message: 'The SQL engine could not be loaded or broke off.',
  hint: 'Check your connection, then run it again. If it stays, read fewer rows or columns.',
}

type Started = {
  readonly post: (request: DuckRequest) => void
  readonly end: () => void
}

/** Starts a worker; keeps the compiled module, so that the next worker starts immediately. */
function createStarter(take: (reply: DuckReply) => void) {
  let compiled: WebAssembly.Module | null = null
  return (): Started => {
    const worker = new Worker(new URL('./duck.worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<DuckReply>) => {
      if (data.kind === 'started') compiled = data.compiled
      take(data)
    })
    worker.addEventListener('error', () => take({ kind: 'broken', reason: 'The worker failed' }))
    const post = (request: DuckRequest): void => worker.postMessage(request, [])
    post({ kind: 'start', url: engineUrl, compiled })
    return { post, end: () => worker.terminate() }
  }
}

type Outcome = Result<Ran, SqlProblem>
type Running = { readonly end: (outcome: Outcome) => void; readonly onLoading: (share: number) => void }

/** One query in one worker, with a timeout. */
function createRunner() {
  let worker: Started | null = null
  let isStarted = false
  let running: Running | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function drop(): void {
    worker?.end()
    worker = null
    isStarted = false
  }

  function end(outcome: Outcome, isLost: boolean): void {
    clearTimeout(timer)
    if (isLost) drop()
    running?.end(outcome)
    running = null
  }

  function watch(): void {
    clearTimeout(timer)
    if (running && isStarted)
      timer = setTimeout(() => end(refuse(null, 'sql/too-slow', { seconds }), true), seconds * 1000)
  }

  const take = (reply: DuckReply): void => {
    switch (reply.kind) {
      case 'loading':
        return running?.onLoading(reply.share)
      case 'started':
        isStarted = true
        return watch()
      case 'result':
        return end({ ok: true, value: { ...reply.result, ms: reply.ms } }, false)
      case 'refused':
        return end({ ok: false, error: reply.error }, reply.isBroken)
      case 'broken':
        return end({ ok: false, error: notLoaded }, true)
    }
  }
  const start = createStarter(take)

  return {
    wake: (): Started => (worker ??= start()),
    run: (asked: DuckRun, onLoading: (share: number) => void): Promise<Outcome> =>
      new Promise((done) => {
        running = { end: done, onLoading }
        worker ??= start()
        worker.post({ kind: 'run', ...asked })
        watch()
      }),
    stop: (): void => void (running && end(refuse(null, 'sql/stopped'), true)),
  }
}

/** DuckDB-WASM in a web worker, loaded with the first query. Runs one query at a time. */
export function createDuck() {
  const runner = createRunner()
  let turn: Promise<unknown> = Promise.resolve()
  return {
    /** Prefetches the engine. */
    wake: (): void => void runner.wake(),
    run(asked: DuckRun, onLoading: (share: number) => void): Promise<Outcome> {
      const mine = turn.then(() => runner.run(asked, onLoading))
      turn = mine
      return mine
    },
    /** Cancels the running query. */
    stop: runner.stop,
  }
}
