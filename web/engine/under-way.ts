/** Running calls of a worker, for cancellation. */
export function createUnderWay() {
  const stops = new Map<number, AbortController>()
  return {
    async during<Value>(call: number, work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
      const stop = new AbortController()
      stops.set(call, stop)
      try {
        return await work(stop.signal)
      } finally {
        stops.delete(call)
      }
    },
    stop: (call: number): void => stops.get(call)?.abort(),
  }
}
