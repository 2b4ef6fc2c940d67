/** Carries a number out at most every so often, one at a time, always the latest. */
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
    /** Remembers a number, and carries it out when it is time. */
    set(fraction: number): void {
      latest = fraction
      if (beating || Date.now() - last < interval) return
      beating = run().finally(() => (beating = null))
    },
    /** Waits for what is under way; what was only remembered is forgotten. */
    async settle(): Promise<void> {
      latest = null
      await beating
    },
  }
}
