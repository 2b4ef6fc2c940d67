import type { Query } from '#core/query/query.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { Table } from '#core/table/table.ts'
import type { Outcome, Problem } from '../transport.ts'
import type { EngineCalls, EngineReply, EngineRequest } from './messages.ts'
import { callsTo } from './worker-calls.ts'

export type LocalEngine = {
  /** Opens the file of a dataset and loads the columns of these Queries. True if it can answer them now. */
  readonly warm: (dataset: string, file: Blob | string, queries: readonly Query[]) => Promise<boolean>
  /** The result, or null if the API must answer. `signal` cancels it. */
  readonly run: (query: Query, signal?: AbortSignal) => Promise<Table | null>
}

type Gives<Kind extends keyof EngineCalls> = EngineCalls[Kind]['gives']

/** Further operations for local datasets, which have no API behind them. */
export type HeldEngine = {
  /** Starts the worker ahead of use. */
  readonly wake: () => void
  readonly open: (dataset: string, file: Blob) => Promise<Outcome<null>>
  readonly close: (dataset: string) => Promise<Outcome<null>>
  readonly answer: (query: Query, signal?: AbortSignal) => Promise<Outcome<Table>>
  readonly ask: (asks: EngineCalls['ask']['asks']) => Promise<Outcome<Gives<'ask'>>>
  readonly suggest: (model: SemanticModel) => Promise<Outcome<Gives<'suggest'>>>
}

const broken: Problem = {
  code: 'engine/broken',
  status: 500,
  message: 'This could not be computed in your browser.',
  hint: 'Try again. If it stays, reload the page; your data is kept.',
}

const startWorker = () =>
  callsTo<EngineRequest, EngineReply>(new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' }))

/** core/engine in a web worker, started with the first call. */
export function createLocalEngine(): LocalEngine & HeldEngine {
  let calls: ReturnType<typeof startWorker> | null = null
  const started = () => (calls ??= startWorker())

  async function call<Kind extends keyof EngineCalls>(
    kind: Kind,
    asks: EngineCalls[Kind]['asks'],
    signal?: AbortSignal,
  ): Promise<Outcome<Gives<Kind>>> {
    const request = { ...asks, kind } as Parameters<ReturnType<typeof startWorker>['call']>[0]
    const reply = await started().call(request, signal)
    return reply?.ok ? { ok: true, value: reply.value as Gives<Kind> } : { ok: false, error: reply?.problem ?? broken }
  }

  return {
    warm: async (dataset, file, queries) => (await call('warm', { dataset, file, queries })).ok,
    async run(query, signal) {
      const result = await call('run', { query }, signal)
      return result.ok ? result.value : null
    },
    wake: () => void started(),
    open: (dataset, file) => call('open', { dataset, file }),
    close: (dataset) => call('close', { dataset }),
    answer: (query, signal) => call('run', { query }, signal),
    ask: (asks) => call('ask', asks),
    suggest: (model) => call('suggest', { model }),
  }
}
