import type { Dialect } from '../../dialects/dialect.ts'
import { dialects } from '../../dialects/registry.ts'
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

/** The formula constructs of each database. */
const owns = {
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

/** The formula constructs of a dialect's database. */
export function ownOf(dialect: Dialect): Own {
  const found = Object.entries(dialects).find(([, one]) => one === dialect)
  if (!found) throw new Error(`No formulas are written for ${dialect.title}`)
  return owns[found[0] as keyof typeof owns]
}
