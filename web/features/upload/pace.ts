type Sample = { readonly at: number; readonly sent: number }

/** Long enough to even out bursts, short enough to follow a network that changes. Milliseconds. */
const window = 6000
const shortest = 800

/** Follows how fast something goes, in bytes a second over the last few seconds; null until that can be told. */
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
