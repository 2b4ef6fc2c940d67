import { experimental_readRawConfig as readRawConfig } from 'wrangler'
import { z } from 'zod'
import { at } from '../paths.ts'

const d1Databases = z.array(z.looseObject({ binding: z.string(), database_name: z.string() }))

const production = z.looseObject({
  d1_databases: d1Databases,
  r2_buckets: z.array(z.looseObject({ bucket_name: z.string() })),
  queues: z.looseObject({
    producers: z.array(z.looseObject({ queue: z.string() })),
    consumers: z.array(z.looseObject({ queue: z.string(), dead_letter_queue: z.string().optional() })),
  }),
  vectorize: z.array(z.looseObject({ index_name: z.string() })).optional(),
})
export type Production = z.infer<typeof production>

const config = z.looseObject({ env: z.looseObject({ production }) })
export type RawConfig = z.infer<typeof config>

/** wrangler.jsonc as written, its production part checked. */
export const readConfig = (): RawConfig => config.parse(readRawConfig({ config: at('wrangler.jsonc') }).rawConfig)

/** The configuration with the id that the account gave its database. */
export function withDatabaseId(raw: RawConfig, databaseId: string): RawConfig {
  const { production: current } = raw.env
  const databases = current.d1_databases.map((database) => ({ ...database, database_id: databaseId }))
  return { ...raw, env: { ...raw.env, production: { ...current, d1_databases: databases } } }
}
