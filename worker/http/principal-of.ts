import { ownerPrincipal, type Principal, publicPrincipal } from '#core/access/principal.ts'
import { fail, type Failure } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import { ruledRoles } from '#core/semantic/model/access-rules.ts'
import type { Caller } from '../service.ts'

/** By which an owner asks to see things as somebody else: `role=viewer&email=ada%40example.org`. */
export const viewAsHeader = 'x-view-as'

/** What a caller is to the workspace they are in. Everybody in a workspace is its owner. */
const own = (caller: Caller | null): Principal => (caller === null ? publicPrincipal : ownerPrincipal)

function readViewAs(text: string): Principal | null {
  const said = new URLSearchParams(text)
  const role = ruledRoles.find((each) => each === said.get('role'))
  if (role === undefined) return null
  return { role, attributes: Object.fromEntries([...said].filter(([name]) => name !== 'role')) }
}

/** As whom a request is answered: its caller, or, for an owner who asks so, somebody who sees less. */
export function principalOf(caller: Caller | null, viewAs: string | undefined): Result<Principal, Failure> {
  const mine = own(caller)
  if (viewAs === undefined) return ok(mine)
  const other = mine.role === 'owner' ? readViewAs(viewAs) : null
  return other === null ? fail('access/cannot-view-as') : ok(other)
}
