import { writeFileSync } from 'node:fs'
import { experimental_readRawConfig as readRawConfig } from 'wrangler'
import { z } from 'zod'
import { at } from '../paths.ts'
import type { WorkerOf } from '../workers.ts'

const table = z.record(z.string(), z.unknown())
const file = z.looseObject({ env: z.looseObject({ production: table }) })

const production = z.looseObject({
  d1_databases: z.array(z.looseObject({ binding: z.string(), database_name: z.string() })),
  r2_buckets: z.array(z.looseObject({ bucket_name: z.string() })),
  queues: z.looseObject({
    producers: z.array(z.looseObject({ queue: z.string() })),
    consumers: z.array(z.looseObject({ queue: z.string(), dead_letter_queue: z.string().optional() })),
  }),
  vectorize: z.array(z.looseObject({ index_name: z.string() })).optional(),
})
/** The main Worker's configuration in production, as far as resources must exist for it. */
export type Production = z.infer<typeof production>

/** The name by which a binding is recognised in both environments. */
const named = z.looseObject({ binding: z.string().optional(), name: z.string().optional() })

function nameOf(item: unknown): string | undefined {
  const { data } = named.safeParse(item)
  return data?.binding ?? data?.name
}

/** What an environment has: tables are joined by key, bindings by name; anything else of its own replaces the shared. */
function joined(shared: unknown, own: unknown): unknown {
  if (Array.isArray(shared) && Array.isArray(own)) {
    const sameAs = (item: unknown, list: readonly unknown[]): unknown =>
      nameOf(item) === undefined ? undefined : list.find((other) => nameOf(other) === nameOf(item))
    if (own.some((item) => nameOf(item) === undefined)) return own
    const added = own.filter((item) => sameAs(item, shared) === undefined)
    return [...shared.map((item) => joined(item, sameAs(item, own))), ...added]
  }
  const [left, right] = [table.safeParse(shared), table.safeParse(own)]
  if (!left.success || !right.success) return own === undefined ? shared : own
  const keys = new Set([...Object.keys(left.data), ...Object.keys(right.data)])
  return Object.fromEntries([...keys].map((key) => [key, joined(left.data[key], right.data[key])]))
}

/** A Worker's configuration for production, without environments: wrangler inherits no bindings into `[env.production]`. */
export function productionOf(config: string): Readonly<Record<string, unknown>> {
  const { env, ...shared } = file.parse(readRawConfig({ config: at(config) }).rawConfig)
  return table.parse(joined(shared, env.production))
}

/** The same of the main Worker, with what must exist for it checked. */
export const readProduction = (config: string): Production => production.parse(productionOf(config))

/** The configuration with the id that the account gave its database. */
export const withDatabaseId = (config: Production, databaseId: string): Production => ({
  ...config,
  d1_databases: config.d1_databases.map((database) => ({ ...database, database_id: databaseId })),
})

/** Writes a Worker's configuration for production to where `wrangler deploy` reads it. */
export function writeConfig({ deployed }: WorkerOf, config: Readonly<Record<string, unknown>>): void {
  writeFileSync(at(deployed), JSON.stringify(config, null, 2))
}
