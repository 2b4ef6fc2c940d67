import type { Principal } from '#core/access/principal.ts'
import type { Caller, Service } from '../service.ts'

/** What every handler finds on its context. */
export type AppEnv = {
  Bindings: Env
  Variables: {
    requestId: string
    service: Service
    /** Who asks; null for somebody without a session. */
    caller: Caller | null
    /** As whom they are answered. */
    principal: Principal
    /** The code of the failure that was answered, for the log. */
    failure: string | undefined
  }
}
