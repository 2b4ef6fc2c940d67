type Sample = { readonly at: number; readonly sent: number }

/** Averaging window in milliseconds: smooths bursts, and follows a changing network. */
const window = 6000
const shortest = 800

/** Measures speed in bytes per second over that window; null until known. */
export function createPace() {
  let samples: readonly Sample[] = []
  return {
    note(at: number, sent: number): void {
      const last = samples.at(-1)
      if (last && sent < last.sent) samples = []
      samples = [...samples.filter((sample) => at - sample.at <= window), { at, sent }]
    },
    speed(): number | null {
      const [first, last] = [samples[0], samples.at(-1)]
      if (!first || !last || last.at - first.at < shortest) return null
      return ((last.sent - first.sent) / (last.at - first.at)) * 1000
    },
  }
}
