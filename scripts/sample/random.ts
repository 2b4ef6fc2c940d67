/** Mulberry32: a small generator with a seed, so that the sample is the same on every machine. */
export type Random = {
  /** Uniform in [0, 1). */
  readonly next: () => number
  /** Standard normal, by Box and Muller. */
  readonly normal: () => number
  readonly pick: <Item>(choices: readonly (readonly [Item, number])[]) => Item
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const pick = <Item>(choices: readonly (readonly [Item, number])[]): Item => {
    let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [item, weight] of choices) if ((left -= weight) < 0) return item
    throw new Error('pick needs at least one choice with a weight')
  }
  return { next, normal, pick }
}
