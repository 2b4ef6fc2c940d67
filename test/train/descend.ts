export type Weights = Readonly<Record<string, number>>

type Descent = {
  readonly names: readonly string[]
  readonly start: (name: string) => number
  /** The slope of what is to be made small, by weight. */
  readonly slope: (weights: Weights) => Readonly<Record<string, number>>
  /** Keeps a weight where it may be. */
  readonly bounded?: (name: string, weight: number) => number
  readonly steps: number
}

/** Finds the weights at which a smooth function is least, by Adam, its steps always the same; rounded to thousandths. */
export function descend({ names, start, slope, bounded = (_, weight) => weight, steps }: Descent): Weights {
  const weights: Record<string, number> = Object.fromEntries(names.map((name) => [name, start(name)]))
  const [speed, size] = [new Map<string, number>(), new Map<string, number>()]
  for (let at = 1; at <= steps; at += 1) {
    const slopes = slope(weights)
    for (const name of names) {
      const own = slopes[name] ?? 0
      speed.set(name, 0.9 * (speed.get(name) ?? 0) + 0.1 * own)
      size.set(name, 0.999 * (size.get(name) ?? 0) + 0.001 * own * own)
      const [mean, spread] = [(speed.get(name) ?? 0) / (1 - 0.9 ** at), (size.get(name) ?? 0) / (1 - 0.999 ** at)]
      weights[name] = bounded(name, (weights[name] ?? 0) - (0.05 * mean) / (Math.sqrt(spread) + 1e-8))
    }
  }
  return Object.fromEntries(names.map((name) => [name, Math.round((weights[name] ?? 0) * 1000) / 1000]))
}
