import type { Known, Typed } from '#core/ask/complete/completion.ts'
import type { CompleteReply, CompleteRequest } from './complete-messages.ts'

type Completed = Omit<CompleteReply, 'id'>

/** Completes questions about one dataset in a web worker, so that no key waits for it. */
export type Completer = {
  readonly open: (known: Known) => void
  /** Tells what may come next, as it is found out; the next call ends this one. */
  readonly type: (typed: Typed, tell: (completed: Completed) => void) => void
}

export function createCompleter(): Completer {
  let worker: Worker | null = null
  let last = 0
  let listener: ((completed: Completed) => void) | null = null
  const send = (request: CompleteRequest): void => {
    if (worker === null) {
      worker = new Worker(new URL('./complete.worker.ts', import.meta.url), { type: 'module' })
      worker.addEventListener('message', ({ data: { id, ...completed } }: MessageEvent<CompleteReply>) => {
        if (id === last) listener?.(completed)
      })
    }
    worker.postMessage(request, [])
  }
  return {
    open: ({ model, asked }) => send({ kind: 'open', model, asked }),
    type({ text, caret }, tell) {
      last += 1
      listener = tell
      send({ kind: 'type', id: last, text, caret })
    },
  }
}
