/** Throttles a callback: at most one per interval, one at a time, with the latest number. */
export function createPulse(interval: number, beat: (fraction: number) => Promise<void>) {
  let latest: number | null = null
  let beating: Promise<void> | null = null
  let last = 0

  async function run(): Promise<void> {
    const fraction = latest
    latest = null
    last = Date.now()
    if (fraction !== null) await beat(fraction)
  }

  return {
    /** Stores a number, and calls back when due. */
    set(fraction: number): void {
      latest = fraction
      if (beating || Date.now() - last < interval) return
      beating = run().finally(() => (beating = null))
    },
    /** Waits for the running call; drops a pending number. */
    async settle(): Promise<void> {
      latest = null
      await beating
    },
  }
}
