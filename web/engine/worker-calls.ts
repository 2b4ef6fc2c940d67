type Numbered = { readonly id: number }
type Unsent<Request> = Request extends unknown ? Omit<Request, 'id'> : never

/**
 * Calls to a worker, matched by number; null if it failed, was terminated, or the call was cancelled before it began.
 */
export function callsTo<Request extends Numbered, Reply extends Numbered>(worker: Worker) {
  const waiting = new Map<number, (reply: Reply | null) => void>()
  let last = 0
  /** A worker that failed to load never replies. */
  let isBroken = false
  const abandon = (): void => {
    isBroken = true
    for (const done of waiting.values()) done(null)
    waiting.clear()
  }
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    waiting.get(data.id)?.(data)
    waiting.delete(data.id)
  })
  worker.addEventListener('error', abandon)
  return {
    /** Calls the worker; on abort, tells it to stop and returns its reply. */
    call(request: Unsent<Request>, signal?: AbortSignal): Promise<Reply | null> {
      if (isBroken || signal?.aborted) return Promise.resolve(null)
      last += 1
      const id = last
      const stop = (): void => worker.postMessage({ kind: 'stop', call: id, id: -id }, [])
      const answered = new Promise<Reply | null>((done) => {
        waiting.set(id, done)
        worker.postMessage({ ...request, id }, [])
      })
      signal?.addEventListener('abort', stop, { once: true })
      return answered.finally(() => signal?.removeEventListener('abort', stop))
    },
    /** Terminates the worker and all pending calls. */
    end(): void {
      worker.terminate()
      abandon()
    },
  }
}
