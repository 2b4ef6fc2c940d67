import type { Id } from '#core/ids.ts'
import type { Result } from '#core/result.ts'
import { hostBounds, type SqlPage, type SqlRequest } from '#core/sql/duck/host.ts'
import { readPage } from '#core/sql/duck/page-text.ts'
import { refuse, type Refused } from '#core/sql/gate/refused.ts'
import type { EdgeSql } from '../../durable-objects/edge-sql.ts'
import type { Env } from '../env.ts'
import { newId } from '../security/random.ts'

/** The owner of an engine; engines are not shared. */
type SqlCaller = { readonly workspace: Id<'workspace'>; readonly user: Id<'user'> }
type SqlInput = Omit<SqlRequest, 'ticket'>

/** Runs SQL in isolation and terminates it if it does not stop. */
export type EdgeSqlEngine = {
  /** Stops early with a refusal when the signal aborts. */
  readonly run: (caller: SqlCaller, asked: SqlInput, signal: AbortSignal) => Promise<Result<SqlPage, Refused>>
  /** Cancels a caller's running and queued queries. */
  readonly stop: (caller: SqlCaller) => Promise<void>
  /** Throws if engines cannot be reached. Starts none. */
  readonly check: () => Promise<void>
}

const nameOf = ({ workspace, user }: SqlCaller): string => `${workspace}/${user}`

/** Messages of the platform when a query exceeded an isolate's CPU or memory limit. */
const ended = /exceeded|reset|memory limit|cpu time|overloaded/i
/**
 * Milliseconds to wait for an object beyond its query's limit, because an earlier query of the same caller may be
 * running.
 */
const patience = (hostBounds.seconds + 5) * 1000

/** DuckDB in a Durable Object per caller, in a separate Worker. */
const objectSql = (namespace: DurableObjectNamespace<EdgeSql>): EdgeSqlEngine => {
  const objectOf = (caller: SqlCaller) => namespace.get(namespace.idFromName(nameOf(caller)))
  return {
    async run(caller, asked, signal) {
      const object = objectOf(caller)
      const ticket = newId()
      const isOver = new AbortController()
      const stopped = new Promise<Result<SqlPage, Refused>>((done) => {
        const stop = (refused: Result<SqlPage, Refused>): void => {
          void object.stop(ticket).catch(() => null)
          done(refused)
        }
        signal.addEventListener('abort', () => stop(refuse(null, 'sql/stopped')), { signal: isOver.signal })
        void scheduler
          .wait(patience, { signal: isOver.signal })
          .then(() => stop(refuse(null, 'sql/too-slow', { seconds: hostBounds.seconds })))
          .catch(() => null)
      })
      try {
        return await Promise.race([object.run({ ...asked, ticket }), stopped])
      } catch (error) {
        if (error instanceof Error && ended.test(error.message)) return refuse(null, 'sql/too-much-work')
        throw error
      } finally {
        isOver.abort()
      }
    },
    stop: async (caller) => objectOf(caller).stop(null),
    check: async () => namespace.get(namespace.idFromName('health')).stop(null),
  }
}

/** DuckDB in a process per caller, which the local server starts and ends (scripts/sql). */
const processSql = (service: Fetcher): EdgeSqlEngine => ({
  async run(caller, asked, signal) {
    const body = JSON.stringify({ ...asked, ticket: newId() } satisfies SqlRequest)
    const address = `http://sql/${encodeURIComponent(nameOf(caller))}`
    try {
      const response = await service.fetch(address, { method: 'POST', body, signal })
      const text = await response.text()
      if (!response.ok) throw new Error(`The SQL process answered ${response.status}: ${text}`)
      return readPage(text)
    } catch (error) {
      if (signal.aborted) return refuse(null, 'sql/stopped')
      throw error
    }
  },
  async stop(caller) {
    await service.fetch(`http://sql/${encodeURIComponent(nameOf(caller))}`, { method: 'DELETE' })
  },
  async check() {
    await service.fetch('http://sql/health', { method: 'DELETE' })
  },
})

/** The SQL engine of this environment. Local workerd enforces no CPU limit, so the local server provides processes. */
export const edgeSqlIn = (env: Pick<Env, 'EDGE_SQL' | 'SQL_PROCESS'>): EdgeSqlEngine =>
  env.SQL_PROCESS ? processSql(env.SQL_PROCESS) : objectSql(env.EDGE_SQL)
