import { type Principal, publicPrincipal, seesEverything } from '#core/access/principal.ts'
import type { Standing } from '#core/access/standing.ts'
import { fail, type Failure } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import { ruledRoles } from '#core/semantic/model/access-rules.ts'
import type { Caller } from '../service.ts'

/** Header by which an owner or admin views data as another principal: `role=viewer&email=ada%40example.org`. */
export const viewAsHeader = 'x-view-as'

/** A caller's own principal: the role of their membership, and what rules may compare. */
function own(caller: Caller | null): Principal {
  if (caller === null) return publicPrincipal
  const { role, groups, attributes, email } = caller
  return { role, groups, attributes: { ...attributes, ...(email === null ? {} : { email }) } }
}

function readViewAs(text: string): Principal | null {
  const said = new URLSearchParams(text)
  const role = ruledRoles.find((each) => each === said.get('role'))
  if (role === undefined) return null
  const groups = said.getAll('group').map((id) => ({ id, name: said.get(`group.${id}`) ?? id }))
  const attributes = Object.fromEntries([...said].filter(([name]) => name !== 'role' && !name.startsWith('group')))
  return { role, attributes, groups }
}

/** The principal of a request: the caller, or the one an owner or admin asks to view as. */
export function principalOf(caller: Caller | null, viewAs: string | undefined): Result<Principal, Failure> {
  const mine = own(caller)
  if (viewAs === undefined) return ok(mine)
  const other = seesEverything(mine) ? readViewAs(viewAs) : null
  return other === null ? fail('access/cannot-view-as') : ok(other)
}

/** What a request is to the workspace: the caller, or without grants whoever they view as. */
export const standingOf = ({ role, grants }: Caller, principal: Principal): Standing =>
  principal.role === role
    ? { role, grants }
    : { role: principal.role === 'public' ? 'viewer' : principal.role, grants: [] }
