import type { dialects } from '../../dialects/registry.ts'
import type { Own } from '../own.ts'
import { bigquery } from './bigquery.ts'
import { clickhouse } from './clickhouse.ts'
import { databricks } from './databricks.ts'
import { duckdb } from './duckdb.ts'
import { mysql } from './mysql.ts'
import { oracle } from './oracle.ts'
import { postgres } from './postgres.ts'
import { snowflake } from './snowflake.ts'
import { sqlite } from './sqlite.ts'
import { sqlserver } from './sqlserver.ts'

/** What formulas say differently in each database. */
export const owns = {
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
} as const satisfies Record<keyof typeof dialects, Own>

/** A database that formulas are written for. */
export type DialectId = keyof typeof owns
