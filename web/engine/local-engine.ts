import type { Query } from '#core/query/query.ts'
import type { Table } from '#core/table/table.ts'
import type { EngineReply, EngineRequest } from './messages.ts'

export type LocalEngine = {
  /** Reads what these queries of one dataset need. True: from now on it can answer. */
  readonly warm: (dataset: string, queries: readonly Query[]) => Promise<boolean>
  /** The result, or null where the API must be asked. */
  readonly run: (query: Query) => Promise<Table | null>
}

type Unsent = EngineRequest extends infer Each ? (Each extends unknown ? Omit<Each, 'id'> : never) : never

/** core/engine in a web worker of its own; the worker starts with the first call. */
export function createLocalEngine(): LocalEngine {
  const waiting = new Map<number, (reply: EngineReply) => void>()
  let last = 0
  let worker: Worker | null = null

  function start(): Worker {
    const started = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' })
    started.addEventListener('message', ({ data }: MessageEvent<EngineReply>) => {
      waiting.get(data.id)?.(data)
      waiting.delete(data.id)
    })
    started.addEventListener('error', () => {
      for (const [id, done] of waiting) done({ id, ok: false })
      waiting.clear()
    })
    return started
  }

  function post(request: Unsent): Promise<EngineReply> {
    worker ??= start()
    last += 1
    const id = last
    const target = worker
    return new Promise((done) => {
      waiting.set(id, done)
      target.postMessage({ ...request, id }, [])
    })
  }

  return {
    async warm(dataset, queries) {
      const reply = await post({ kind: 'warm', dataset, url: `/api/v1/datasets/${dataset}/data.parquet`, queries })
      return reply.ok
    },
    async run(query) {
      const reply = await post({ kind: 'run', query })
      return reply.ok ? reply.table : null
    },
  }
}
