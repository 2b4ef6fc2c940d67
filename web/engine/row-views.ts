import type { RowChoice, Stretch } from '#core/engine/rows/row-view.ts'
import type { Outcome, Problem } from '../transport.ts'
import { addressOfRows } from './file-at.ts'
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
  /** Why the last call failed. */
  readonly problem: () => Problem
  readonly end: () => void
}

/** Where the rows of a dataset are. */
export type RowFiles = {
  /** The file, where this browser has it from the start. */
  readonly file: Blob | null
  /** Its copy on this device, for when the server cannot be reached, or why it is never copied; null where it is not. */
  readonly copy: () => Promise<Outcome<Blob> | null>
}

const unreachable: Problem = {
  code: 'rows/unreachable',
  status: 0,
  message: 'The rows could not be fetched.',
  hint: 'Check your connection, then try again; nothing was lost.',
}

const lost = (id: number): RowReply => ({ id, ok: false, reason: 'unreachable' })

/** Messages to the row listing worker, matched by number. */
function createLine() {
  const waiting = new Map<number, (reply: RowReply) => void>()
  let last = 0
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

  return {
    post(request: RowRequest): Promise<RowReply> {
      worker ??= start()
      const target = worker
      const message: RowMessage = { ...request, id: ++last }
      return new Promise((done) => {
        waiting.set(message.id, done)
        target.postMessage(message, [])
      })
    },
    end(): void {
      worker?.terminate()
      worker = null
      loseAll()
    },
  }
}

/** The rows of one dataset: from a file here, else by range requests, else from its copy on this device. */
export function createRowViews(dataset: string, { file, copy }: RowFiles): RowViews {
  const url = addressOfRows(dataset)
  const { post, end } = createLine()
  let lastView = 0
  let problem = unreachable
  let turning: Promise<boolean> | null = null
  if (file) void post({ kind: 'have', file })

  /** True if the copy takes the place of the server. */
  async function turnToCopy(): Promise<boolean> {
    const found = await copy()
    problem = found?.ok === false ? found.error : unreachable
    if (found?.ok) void post({ kind: 'have', file: found.value })
    else turning = null
    return found?.ok ?? false
  }

  async function ask(request: RowRequest): Promise<RowReply> {
    const reply = await post(request)
    if (reply.ok || reply.reason === 'closed' || file) return reply
    turning ??= turnToCopy()
    return (await turning) ? post(request) : reply
  }

  return {
    async open(choice, signal) {
      const view = ++lastView
      const onAbort = (): void => void post({ kind: 'close', view })
      signal.addEventListener('abort', onAbort, { once: true })
      const reply = await ask({ kind: 'open', view, url, choice })
      signal.removeEventListener('abort', onAbort)
      return reply.ok && !signal.aborted ? { view, rows: reply.rows } : null
    },
    async read(view, stretch) {
      const reply = await ask({ kind: 'read', view, ...stretch })
      return reply.ok ? reply.stretch : null
    },
    close: (view) => void post({ kind: 'close', view }),
    problem: () => problem,
    end,
  }
}
