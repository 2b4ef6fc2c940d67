import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare'
import { z } from 'zod'
import { builtWorker } from './built-worker.ts'
import { at } from './paths.ts'
import { createSqlService } from './sql/sql-service.ts'
import { workers } from './workers.ts'

const settings = z.object({ port: z.int(), state: z.string(), variables: z.record(z.string(), z.string()) })
/** What `serve` asks of this program, as one argument of JSON. */
export type LocalSettings = Readonly<z.output<typeof settings>>

/**
 * Serves the Workers as they were built with everything that is bound to them, on this machine. `wrangler dev` would put
 * a proxy and a bundler before them, which every request pays for.
 */
async function serveBuilt({ port, state, variables }: LocalSettings): Promise<void> {
  const [first, ...others] = workers.map(builtWorker)
  const sql = createSqlService()
  const main = Object.assign({}, first, {
    bindings: Object.assign({}, first?.bindings, variables),
    serviceBindings: { SQL_PROCESS: { node: sql.serve } },
  })
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: '127.0.0.1',
      port,
      cf: false,
      log: new Log(LogLevel.ERROR),
      unsafeTriggerHandlers: true,
      // Where wrangler applies the migrations.
      resourcePersistencePath: at(state, 'v3'),
      workers: [main, ...others],
    }),
  )
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      sql.end()
      void miniflare.dispose().finally(() => process.exit(0))
    })
  await miniflare.ready
}

await serveBuilt(settings.parse(JSON.parse(process.argv[2] ?? '')))
