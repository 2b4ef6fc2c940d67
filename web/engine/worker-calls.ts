type Numbered = { readonly id: number }
type Unsent<Request> = Request extends unknown ? Omit<Request, 'id'> : never

/** Calls to a worker that answers each by its number; null where it broke or was ended, or nobody waited from the start. */
export function callsTo<Request extends Numbered, Reply extends Numbered>(worker: Worker) {
  const waiting = new Map<number, (reply: Reply | null) => void>()
  let last = 0
  /** A worker that did not load answers nothing, however long one waits. */
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
    /** Calls, and once the signal says so, tells the worker to stop; what the worker says then is the answer. */
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
    /** Ends the worker and every call that waits. */
    end(): void {
      worker.terminate()
      abandon()
    },
  }
}
