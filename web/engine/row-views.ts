import type { RowChoice, Stretch } from '#core/engine/rows/row-view.ts'
import type { RowMessage, RowReply, RowRequest } from './row-messages.ts'

/** Row listing in a web worker, from the first call until `end`. */
export type RowViews = {
  /** Filters and sorts rows; returns their number and the view's id; null on failure or cancellation. */
  readonly open: (
    choice: RowChoice,
    signal: AbortSignal,
  ) => Promise<{ readonly view: number; readonly rows: number } | null>
  /** A range of a view; null on failure. */
  readonly read: (
    view: number,
    stretch: { readonly from: number; readonly to: number; readonly columns: readonly string[] },
  ) => Promise<Stretch | null>
  readonly close: (view: number) => void
  readonly end: () => void
}

const lost = (id: number): RowReply => ({ id, ok: false, reason: 'unreachable' })

/** The rows of one dataset, from a local Parquet file or by range requests. */
export function createRowViews(dataset: string, file: Blob | null): RowViews {
  const url = `/api/v1/datasets/${dataset}/data.parquet`
  const waiting = new Map<number, (reply: RowReply) => void>()
  let [lastMessage, lastView] = [0, 0]
  let worker: Worker | null = null

  function loseAll(): void {
    for (const [id, done] of waiting) done(lost(id))
    waiting.clear()
  }

  function start(): Worker {
    const started = new Worker(new URL('./rows.worker.ts', import.meta.url), { type: 'module' })
    started.addEventListener('message', ({ data }: MessageEvent<RowReply>) => {
      waiting.get(data.id)?.(data)
      waiting.delete(data.id)
    })
    started.addEventListener('error', loseAll)
    return started
  }

  function post(request: RowRequest): Promise<RowReply> {
    worker ??= start()
    const target = worker
    const message: RowMessage = { ...request, id: ++lastMessage }
    return new Promise((done) => {
      waiting.set(message.id, done)
      target.postMessage(message, [])
    })
  }

  return {
    async open(choice, signal) {
      const view = ++lastView
      const onAbort = (): void => void post({ kind: 'close', view })
      signal.addEventListener('abort', onAbort, { once: true })
      const reply = await post({ kind: 'open', view, url, file, choice })
      signal.removeEventListener('abort', onAbort)
      return reply.ok && !signal.aborted ? { view, rows: reply.rows } : null
    },
    async read(view, stretch) {
      const reply = await post({ kind: 'read', view, ...stretch })
      return reply.ok ? reply.stretch : null
    },
    close: (view) => void post({ kind: 'close', view }),
    end: () => {
      worker?.terminate()
      worker = null
      loseAll()
    },
  }
}
