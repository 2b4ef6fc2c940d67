import type { Benchmark } from './benchmark.ts'
import { coldParquet } from './cold-parquet.ts'
import { freeSql } from './free-sql.ts'
import { largeFile } from './large-file.ts'
import { loadCsv } from './load-file.ts'
import { product } from './product.ts'
import { warmQueries } from './warm-queries.ts'

/** Those that take minutes: measured where they are named. */
export const onlyWhenNamed: readonly string[] = ['large-file']

/** Everything `npm run bench` measures. */
export const benchmarks = {
  'warm-queries': warmQueries,
  'cold-parquet': coldParquet,
  'free-sql': freeSql,
  'load-csv': loadCsv,
  product,
  'large-file': largeFile,
} as const satisfies Record<string, Benchmark>
