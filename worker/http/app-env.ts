import type { Principal } from '#core/access/principal.ts'
import type { Standing } from '#core/access/standing.ts'
import type { Env } from '../env.ts'
import type { Caller, Service } from '../service.ts'

/** Context variables of every handler. */
export type AppEnv = {
  Bindings: Env
  Variables: {
    requestId: string
    service: Service
    /** The signed-in caller; null without a session. */
    caller: Caller | null
    /** The principal whose access rules apply to the response. */
    principal: Principal
    /** What the caller, or whoever they view as, is to the workspace; null without a session. */
    standing: Standing | null
    /** Code of the failure in the response, for the log. */
    failure: string | undefined
  }
}
