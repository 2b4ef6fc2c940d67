import type { Pause } from '#core/budget.ts'

/** Lets waiting requests go on: an isolate does one thing at a time. */
export const giveTurn: Pause = () => scheduler.wait(0)

/** A place that is taken, and when it is given up for lost: a request whose caller has gone away never gives it back. */
type Place = { readonly until: number }

const moment = 10

/**
 * Lets so many pieces of work go on at once, for an isolate's memory serves all its requests. The others look again
 * every moment: a promise of another request would not do, for it may never come.
 */
export function createTurns(atOnce: number) {
  const taken = new Set<Place>()

  function isFree(now: number): boolean {
    for (const place of taken) if (place.until <= now) taken.delete(place)
    return taken.size < atOnce
  }

  /** Does the work when it is its turn; null where none came within the time, in milliseconds. */
  return async function take<Output>(within: number, work: () => Promise<Output>): Promise<Output | null> {
    const lost = Date.now() + within
    while (!isFree(Date.now())) {
      if (Date.now() >= lost) return null
      await scheduler.wait(moment)
    }
    const place = { until: Date.now() + within }
    taken.add(place)
    try {
      return await work()
    } finally {
      taken.delete(place)
    }
  }
}
