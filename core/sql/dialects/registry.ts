import { bigquery } from './bigquery.ts'
import { clickhouse } from './clickhouse.ts'
import { databricks } from './databricks.ts'
import type { Dialect } from './dialect.ts'
import { duckdb } from './duckdb.ts'
import { mysql } from './mysql.ts'
import { oracle } from './oracle.ts'
import { postgres } from './postgres.ts'
import { snowflake } from './snowflake.ts'
import { sqlite } from './sqlite.ts'
import { sqlserver } from './sqlserver.ts'

/** Every supported dialect. */
export const dialects = {
  duckdb,
  postgres,
  mysql,
  sqlite,
  sqlserver,
  oracle,
  bigquery,
  snowflake,
  clickhouse,
  databricks,
} as const satisfies Record<string, Dialect>
