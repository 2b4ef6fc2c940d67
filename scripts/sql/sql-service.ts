import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { Miniflare } from 'miniflare'
import type { SqlRequest } from '#core/sql/duck/host.ts'
import type { ReadFile } from './sql-process.ts'
import { SqlPool } from './sql-pool.ts'

/** What is used of a bucket; miniflare's own type of it needs a package that is not installed. */
type Bucket = { readonly get: (key: string) => Promise<{ readonly arrayBuffer: () => Promise<ArrayBuffer> } | null> }

/** Files are read by the binding through which the Worker itself stores them. */
const filesOf =
  (miniflare: Miniflare): ReadFile =>
  async (key) => {
    const bucket = (await miniflare.getR2Bucket('FILES')) as unknown as Bucket
    const object = await bucket.get(key)
    return object && new Uint8Array(await object.arrayBuffer())
  }

/**
 * The service that the Worker is bound to as SQL_PROCESS: `POST /{caller}` runs a query, `DELETE /{caller}` ends what
 * runs. Nobody else reaches it: workerd sends a secret of this start along, which Miniflare checks.
 */
export function createSqlService() {
  let pool: SqlPool | null = null

  async function serve(request: IncomingMessage, response: ServerResponse, miniflare: Miniflare): Promise<void> {
    pool ??= new SqlPool(filesOf(miniflare))
    const caller = decodeURIComponent(new URL(request.url ?? '', 'http://sql').pathname.slice(1))
    if (request.method === 'DELETE') {
      pool.stop(caller)
      response.end()
      return
    }
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    const asked = JSON.parse((await buffer(request)).toString()) as SqlRequest
    response.end(await pool.run(caller, asked, gone.signal))
  }

  return { serve, end: (): void => pool?.end() }
}
