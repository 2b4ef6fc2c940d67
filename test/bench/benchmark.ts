/** One line of the table: our time beside the times of others for the same work, in milliseconds unless it says otherwise. */
export type Measurement = {
  readonly name: string
  readonly ours: number
  readonly unit?: string
  readonly others: Readonly<Record<string, number>>
}

export type Benchmark = {
  readonly title: string
  readonly run: () => Promise<readonly Measurement[]>
}

type Work = () => unknown

/** Median times of several ways to do the same, taken in turns so that whatever else the machine does slows all alike. */
export async function race<Name extends string>(
  works: Readonly<Record<Name, Work>>,
  { warm = 3, runs = 9 } = {},
): Promise<Record<Name, number>> {
  const entries = Object.entries<Work>(works)
  const times = new Map<string, number[]>(entries.map(([name]) => [name, []]))
  for (let run = -warm; run < runs; run++) {
    for (const [name, work] of entries) {
      const start = performance.now()
      await work()
      if (run >= 0) times.get(name)?.push(performance.now() - start)
    }
  }
  return Object.fromEntries([...times].map(([name, list]) => [name, median(list)])) as Record<Name, number>
}

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN
