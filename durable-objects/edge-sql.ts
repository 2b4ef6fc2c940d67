import { DurableObject } from 'cloudflare:workers'
import { DuckSession, type SqlResult } from '#core/sql/duck/session.ts'
import type { Gated } from '#core/sql/gate/gate.ts'
import type { Refused } from '#core/sql/gate/refused.ts'
import type { Result } from '#core/result.ts'
import { sliceTable } from '#core/table/slice-table.ts'

/** Gated SQL, the files that stand behind the names in it, and which rows of the result are wanted. */
export type EdgeSqlRequest = {
  readonly sql: string
  readonly gated: Gated
  readonly files: readonly { readonly table: string; readonly key: string }[]
  readonly offset: number
  readonly limit: number
}

/** Some rows of a result, and how many it has in all. */
export type EdgeSqlPage = SqlResult & { readonly total: number }

const megabyte = 1024 * 1024
/** An isolate has 128 MB, of which the result and this code need some: developers.cloudflare.com/workers/platform/limits */
const bounds = { memory: 88 * megabyte, work: 1_000_000, seconds: 20 }

async function start(): Promise<DuckSession> {
  const { default: module } = await import('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm')
  return DuckSession.start(bounds, {
    instantiate: async (imports) => ({
      module,
      instance: await WebAssembly.instantiate(module, imports as WebAssembly.Imports),
    }),
    now: () => Date.now(),
    pause: () => scheduler.wait(0),
  })
}

/**
 * DuckDB for one workspace, for those who have no browser to run it in: agents and programs. The Worker alone reaches
 * it, after the gate; what it holds is read anew when the platform lets it go.
 */
export class EdgeSql extends DurableObject<Pick<Env, 'FILES'>> {
  #session: DuckSession | null = null
  /** Which file stands behind each name. */
  readonly #held = new Map<string, string>()
  /** The last result, whose other pages may be asked for next. */
  #last: { readonly asked: string; readonly result: SqlResult } | null = null
  #turn: Promise<unknown> = Promise.resolve()

  /** Runs one query after the other: there is one memory for all. */
  run(request: EdgeSqlRequest): Promise<Result<EdgeSqlPage, Refused>> {
    const mine = this.#turn.then(() => this.#page(request))
    this.#turn = mine.catch(() => null)
    return mine
  }

  async #page({ sql, gated, files, offset, limit }: EdgeSqlRequest): Promise<Result<EdgeSqlPage, Refused>> {
    const asked = JSON.stringify([gated.text, files])
    const known = this.#last?.asked === asked ? this.#last.result : null
    const result = known ? { ok: true as const, value: known } : await this.#run(sql, gated, files)
    if (!result.ok) return result
    this.#last = { asked, result: result.value }
    const { table, isCut } = result.value
    return { ok: true, value: { table: sliceTable(table, offset, offset + limit), isCut, total: table.rows } }
  }

  async #run(sql: string, gated: Gated, files: EdgeSqlRequest['files']): Promise<Result<SqlResult, Refused>> {
    this.#last = null
    this.#session ??= await start()
    const session = this.#session
    await this.#hold(session, files)
    const result = await session.run(gated, sql)
    if (session.isBroken) this.#forget()
    return result
  }

  #forget(): void {
    this.#session = null
    this.#held.clear()
  }

  /** Lets go of what the query does not need, then reads what it needs and is not here: together they would not fit. */
  async #hold(session: DuckSession, files: EdgeSqlRequest['files']): Promise<void> {
    for (const [table, key] of this.#held) {
      if (files.some((file) => file.table === table && file.key === key)) continue
      session.remove(table)
      this.#held.delete(table)
    }
    for (const { table, key } of files) {
      if (this.#held.has(table)) continue
      const object = await this.env.FILES.get(key)
      if (!object) throw new Error(`The data in ${key} is gone`)
      session.addBytes(table, new Uint8Array(await object.arrayBuffer()))
      this.#held.set(table, key)
    }
  }
}
