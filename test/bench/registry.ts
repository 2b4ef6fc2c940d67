import type { Benchmark } from './benchmark.ts'
import { coldParquet } from './cold-parquet.ts'
import { warmQueries } from './warm-queries.ts'

/** Everything `npm run bench` measures. */
export const benchmarks = {
  'warm-queries': warmQueries,
  'cold-parquet': coldParquet,
} as const satisfies Record<string, Benchmark>
