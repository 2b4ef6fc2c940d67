import type { Result } from '../../result.ts'
import { sliceTable } from '../../table/slice-table.ts'
import type { Gated } from '../gate/gate.ts'
import type { Verdict } from '../gate/reader.ts'
import { refuse, type Refused } from '../gate/refused.ts'
import type { Bounds, DuckSession, SqlResult } from './session.ts'

const megabyte = 1024 * 1024

/**
 * Limits of a query outside a page. A Cloudflare isolate has 128 MB:
 * developers.cloudflare.com/workers/platform/limits
 */
export const hostBounds: Bounds = { memory: 88 * megabyte, work: 1_000_000, seconds: 20 }

/** Gated SQL, the files behind its table names, and the requested rows of the result. */
export type SqlRequest = {
  /** Unique id of this request, for cancelling it. */
  readonly ticket: string
  readonly sql: string
  readonly gated: Gated
  readonly files: readonly { readonly table: string; readonly key: string }[]
  readonly offset: number
  readonly limit: number
}

/** Some rows of a result and its total row count. */
export type SqlPage = SqlResult & { readonly total: number }

type HostPorts = {
  readonly start: () => Promise<DuckSession>
  /** The bytes of a file; null if it no longer exists. */
  readonly read: (key: string) => Promise<Uint8Array | null>
}

/** DuckDB for one caller: caches the files of the last query and its result, and runs one query at a time. */
export class DuckHost {
  readonly #ports: HostPorts
  #session: DuckSession | null = null
  /** The loaded file of each name. */
  readonly #held = new Map<string, string>()
  /** The last result; later requests may read other pages of it. */
  #last: { readonly asked: string; readonly result: SqlResult } | null = null
  #turn: Promise<unknown> = Promise.resolve()
  /** Running and queued queries, and whether each is cancelled. */
  readonly #tickets = new Map<string, boolean>()

  constructor(ports: HostPorts) {
    this.#ports = ports
  }

  /** Starts the engine before the first query. */
  async warm(): Promise<void> {
    this.#session ??= await this.#ports.start()
  }

  run(request: SqlRequest): Promise<Result<SqlPage, Refused>> {
    this.#tickets.set(request.ticket, false)
    const mine = this.#turn.then(() => this.#page(request)).finally(() => this.#tickets.delete(request.ticket))
    this.#turn = mine.catch(() => null)
    return mine
  }

  /** Cancels one query, or all; the engine checks between its tasks. */
  stop(ticket: string | null): void {
    for (const each of this.#tickets.keys()) if (ticket === null || each === ticket) this.#tickets.set(each, true)
  }

  async #page(request: SqlRequest): Promise<Result<SqlPage, Refused>> {
    const asked = JSON.stringify([request.gated.text, request.files])
    const known = this.#last?.asked === asked ? this.#last.result : null
    const result = known ? { ok: true as const, value: known } : await this.#run(request)
    if (!result.ok) return result
    this.#last = { asked, result: result.value }
    const { table, isCut } = result.value
    const { offset, limit } = request
    return { ok: true, value: { table: sliceTable(table, offset, offset + limit), isCut, total: table.rows } }
  }

  async #run({ ticket, sql, gated, files }: SqlRequest): Promise<Result<SqlResult, Refused>> {
    const isStopped = (): boolean => this.#tickets.get(ticket) === true
    if (isStopped()) return refuse(null, 'sql/stopped')
    this.#last = null
    this.#session ??= await this.#ports.start()
    const session = this.#session
    try {
      const gone = await this.#hold(session, files)
      if (gone) return gone
      const result = await session.run(gated, { sql, isStopped })
      if (session.isBroken) this.#forget()
      return result
    } catch (error) {
      this.#forget()
      throw error
    }
  }

  #forget(): void {
    this.#session = null
    this.#held.clear()
  }

  /**
   * Evicts the files that the query does not need, then loads the missing ones; both together would exceed the
   * memory.
   */
  async #hold(session: DuckSession, files: SqlRequest['files']): Promise<Verdict> {
    for (const [table, key] of this.#held) {
      if (files.some((file) => file.table === table && file.key === key)) continue
      session.remove(table)
      this.#held.delete(table)
    }
    for (const { table, key } of files) {
      if (this.#held.has(table)) continue
      const bytes = await this.#ports.read(key)
      if (!bytes) return refuse(null, 'sql/data-gone', { table })
      session.addBytes(table, bytes)
      this.#held.set(table, key)
    }
    return null
  }
}
