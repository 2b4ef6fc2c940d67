import { type Principal, publicPrincipal } from '#core/access/principal.ts'
import { fail, type Failure } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import { ruledRoles } from '#core/semantic/model/access-rules.ts'
import type { Caller } from '../service.ts'

/** Header by which an owner views data as another principal: `role=viewer&email=ada%40example.org`. */
export const viewAsHeader = 'x-view-as'

/** A caller's own principal: the role of their membership, and what row rules may compare. */
const own = (caller: Caller | null): Principal =>
  caller === null
    ? publicPrincipal
    : { role: caller.role, attributes: caller.email === null ? {} : { email: caller.email } }

function readViewAs(text: string): Principal | null {
  const said = new URLSearchParams(text)
  const role = ruledRoles.find((each) => each === said.get('role'))
  if (role === undefined) return null
  return { role, attributes: Object.fromEntries([...said].filter(([name]) => name !== 'role')) }
}

/** The principal of a request: the caller, or the one an owner asks to view as. */
export function principalOf(caller: Caller | null, viewAs: string | undefined): Result<Principal, Failure> {
  const mine = own(caller)
  if (viewAs === undefined) return ok(mine)
  const other = mine.role === 'owner' ? readViewAs(viewAs) : null
  return other === null ? fail('access/cannot-view-as') : ok(other)
}
