import type { Pause } from '#core/budget.ts'

/** Milliseconds that this thread has worked. */
function workedMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** Others in the same process, who want a turn all the time. */
export type Neighbours = {
  /** What the work calls to let them have it. */
  readonly pause: Pause
  /**
   * The longest time without a turn since this was last asked, in milliseconds of this thread's own work, so that it says
   * nothing of what else the machine does; and how many turns were given.
   */
  readonly take: () => { readonly longest: number; readonly turns: number }
  readonly stop: () => void
}

export function neighbours(): Neighbours {
  let [last, longest, turns, isStopped] = [workedMs(), 0, 0, false]
  const tick = (): void => {
    const now = workedMs()
    longest = Math.max(longest, now - last)
    last = now
    if (!isStopped) setImmediate(tick)
  }
  setImmediate(tick)
  return {
    pause: () => {
      turns++
      return new Promise((resolve) => setImmediate(resolve))
    },
    take: () => {
      longest = Math.max(longest, workedMs() - last)
      const seen = { longest, turns }
      ;[last, longest, turns] = [workedMs(), 0, 0]
      return seen
    },
    stop: () => {
      isStopped = true
    },
  }
}
