import type { Pause } from '#core/budget.ts'
import type { Config } from '../config.ts'

/** Yields to waiting requests of the isolate. */
export const giveTurn: Pause = () => scheduler.wait(0)

/** A slot and the time it expires, because a cancelled request never releases its slot. */
type Slot = { readonly until: number }

const moment = 10

/**
 * A semaphore of `atOnce` slots, because all requests share an isolate's memory. Waiters poll: a promise of another,
 * cancelled request would never resolve.
 */
export function createTurns(atOnce: number) {
  const taken = new Set<Slot>()

  function isFree(now: number): boolean {
    for (const slot of taken) if (slot.until <= now) taken.delete(slot)
    return taken.size < atOnce
  }

  /** Runs work in a slot; null if none was free within `within` milliseconds. */
  return async function take<Output>(within: number, work: () => Promise<Output>): Promise<Output | null> {
    const lost = Date.now() + within
    while (!isFree(Date.now())) {
      if (Date.now() >= lost) return null
      await scheduler.wait(moment)
    }
    const slot = { until: Date.now() + within }
    taken.add(slot)
    try {
      return await work()
    } finally {
      taken.delete(slot)
    }
  }
}

/** At most three queries read row groups at once; more would exceed the isolate's memory. */
const take = createTurns(3)

/** Reads row groups when it is this work's turn; null where none came before the deadline of Queries. */
export const takeTurn = <Output>(
  { config }: { readonly config: Config },
  work: () => Promise<Output>,
): Promise<Output | null> => take(config.query.deadline, work)
