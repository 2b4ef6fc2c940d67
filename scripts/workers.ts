/** One Worker of the product. */
export type WorkerOf = {
  readonly name: string
  /** Its wrangler configuration. */
  readonly config: string
  /** The same for production, written by `npm run deploy`; beside the other, because the paths in it are relative. */
  readonly deployed: string
  /** The folder it is built into: one file of code, so that an edit of the source while it runs restarts nothing. */
  readonly built: string
  readonly code: string
  /** What it may weigh compressed, in KB. */
  readonly limit: number
}

/** Cloudflare's limits for a Worker, compressed: developers.cloudflare.com/workers/platform/limits. */
const limits = { free: 3 * 1024, paid: 10 * 1024 }

/** Those that serve everything, and the one that has DuckDB; the first binds the second's object. */
export const workers: readonly [WorkerOf, WorkerOf] = [
  {
    name: 'edgewise',
    config: 'wrangler.toml',
    deployed: 'wrangler.deploy.json',
    built: 'dist/worker',
    code: 'index.js',
    limit: limits.free,
  },
  {
    name: 'edgewise-sql',
    config: 'wrangler.sql.toml',
    deployed: 'wrangler.sql.deploy.json',
    built: 'dist/sql-worker',
    code: 'sql-worker.js',
    limit: limits.paid,
  },
]
