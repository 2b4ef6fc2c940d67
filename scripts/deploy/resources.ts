/** One thing the Cloudflare account must hold: how to ask whether it is there, and how to make it. */
export type Resource = { readonly title: string; readonly find: readonly string[]; readonly create: readonly string[] }

type ProductionConfig = {
  readonly d1_databases: readonly { readonly database_name: string }[]
  readonly r2_buckets: readonly { readonly bucket_name: string }[]
  readonly queues: {
    readonly producers: readonly { readonly queue: string }[]
    readonly consumers: readonly { readonly queue: string; readonly dead_letter_queue?: string | undefined }[]
  }
  readonly vectorize?: readonly { readonly index_name: string }[] | undefined
}

/** The embedding model whose vectors the index holds. */
const embeddingPreset = '@cf/baai/bge-base-en-v1.5'

const unique = (names: readonly (string | undefined)[]): string[] => [
  ...new Set(names.filter((name) => name !== undefined)),
]

/** Everything that must exist before a deployment, from the production part of the configuration. */
export function resourcesOf(config: ProductionConfig): Resource[] {
  const { producers, consumers } = config.queues
  const queues = unique(
    [...producers, ...consumers]
      .map(({ queue }) => queue)
      .concat(consumers.flatMap((consumer) => consumer.dead_letter_queue ?? [])),
  )
  return [
    ...config.d1_databases.map(({ database_name: name }) => ({
      title: `D1 database ${name}`,
      find: ['d1', 'info', name, '--json'],
      create: ['d1', 'create', name],
    })),
    ...config.r2_buckets.map(({ bucket_name: name }) => ({
      title: `R2 bucket ${name}`,
      find: ['r2', 'bucket', 'info', name],
      create: ['r2', 'bucket', 'create', name],
    })),
    ...queues.map((name) => ({
      title: `Queue ${name}`,
      find: ['queues', 'info', name],
      create: ['queues', 'create', name],
    })),
    ...(config.vectorize ?? []).map(({ index_name: name }) => ({
      title: `Vectorize index ${name}`,
      find: ['vectorize', 'get', name],
      create: ['vectorize', 'create', name, '--preset', embeddingPreset],
    })),
  ]
}
