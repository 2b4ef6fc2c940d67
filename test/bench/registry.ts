import { api } from './api.ts'
import type { Benchmark } from './benchmark.ts'
import { completion } from './complete.ts'
import { charts } from './charts.ts'
import { coldParquet } from './cold-parquet.ts'
import { freeSql } from './free-sql.ts'
import { growth } from './growth.ts'
import { largeFile } from './large-file.ts'
import { edgeMemory } from './edge-memory.ts'
import { explore, tenMillion } from './explore.ts'
import { formulaColumns } from './formulas.ts'
import { loadCsv } from './load-file.ts'
import { manyCharts } from './many-charts.ts'
import { millionPoints } from './million-points.ts'
import { product } from './product.ts'
import { warmQueries } from './warm-queries.ts'

/** Those that take minutes: measured where they are named. */
export const onlyWhenNamed: readonly string[] = ['large-file', 'growth', 'ten-million', 'edge-memory', 'api']

/** Everything `npm run bench` measures. */
export const benchmarks = {
  'warm-queries': warmQueries,
  'cold-parquet': coldParquet,
  'free-sql': freeSql,
  formulas: formulaColumns,
  completion,
  'load-csv': loadCsv,
  charts,
  'many-charts': manyCharts,
  'million-points': millionPoints,
  product,
  explore,
  growth,
  'ten-million': tenMillion,
  'edge-memory': edgeMemory,
  api,
  'large-file': largeFile,
} as const satisfies Record<string, Benchmark>
