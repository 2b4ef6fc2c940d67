import { DurableObject } from 'cloudflare:workers'
import { DuckHost, hostBounds, type SqlPage, type SqlRequest } from '#core/sql/duck/host.ts'
import { DuckSession } from '#core/sql/duck/session.ts'
import type { Refused } from '#core/sql/gate/refused.ts'
import type { Result } from '#core/result.ts'

async function start(): Promise<DuckSession> {
  const { default: module } = await import('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm')
  return DuckSession.start(hostBounds, {
    instantiate: async (imports) => ({
      module,
      instance: await WebAssembly.instantiate(module, imports as WebAssembly.Imports),
    }),
    now: () => Date.now(),
    pause: () => scheduler.wait(0),
  })
}

/**
 * DuckDB for one caller, for those who have no browser to run it in: agents and programs. The Worker alone reaches it,
 * after the gate. The platform ends it at the CPU limit of wrangler.sql.toml; the next query starts it anew.
 */
export class EdgeSql extends DurableObject<{ readonly FILES: R2Bucket }> {
  readonly #host = new DuckHost({
    start,
    read: async (key) => {
      const object = await this.env.FILES.get(key)
      return object && new Uint8Array(await object.arrayBuffer())
    },
  })

  run(request: SqlRequest): Promise<Result<SqlPage, Refused>> {
    return this.#host.run(request)
  }

  /** Stops one query, or all of them. */
  stop(ticket: string | null): void {
    this.#host.stop(ticket)
  }
}
