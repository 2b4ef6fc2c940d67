import type { Benchmark } from './benchmark.ts'
import { coldParquet } from './cold-parquet.ts'
import { loadCsv } from './load-file.ts'
import { product } from './product.ts'
import { warmQueries } from './warm-queries.ts'

/** Everything `npm run bench` measures. */
export const benchmarks = {
  'warm-queries': warmQueries,
  'cold-parquet': coldParquet,
  'load-csv': loadCsv,
  product,
} as const satisfies Record<string, Benchmark>
