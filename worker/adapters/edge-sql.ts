import type { Id } from '#core/ids.ts'
import type { Result } from '#core/result.ts'
import { refuse, type Refused } from '#core/sql/gate/refused.ts'
import type { EdgeSql, EdgeSqlPage, EdgeSqlRequest } from '../../durable-objects/edge-sql.ts'

/** What the platform says when a query took the isolate down with it. */
const ended = /exceeded|reset|memory limit|cpu time|overloaded/i

/** DuckDB at the edge, one for each workspace. The only code that speaks to it. */
export const edgeSqlIn = (namespace: DurableObjectNamespace<EdgeSql>) => ({
  async run(workspace: Id<'workspace'>, request: EdgeSqlRequest): Promise<Result<EdgeSqlPage, Refused>> {
    try {
      const engine = namespace.get(namespace.idFromName(workspace))
      return await engine.run(request)
    } catch (error) {
      if (error instanceof Error && ended.test(error.message)) return refuse(null, 'sql/too-much-work')
      throw error
    }
  },
})
export type EdgeSqlEngine = ReturnType<typeof edgeSqlIn>
