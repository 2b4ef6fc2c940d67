import { hasRight, leastRole, type Right } from '#core/access/rights.ts'
import { bestRole, roleOn, type Standing } from '#core/access/standing.ts'
import { includesScope, scopeFor, type TokenScope } from '#core/access/token-scope.ts'
import { fail, type Failure, type FailureCode } from '#core/errors.ts'
import type { SomeCommand, Policy } from '../commands/command.ts'
import { isPlaced, objectOf } from '../commands/object-of.ts'
import type { Placed } from '../db/places.ts'
import type { Store } from '../db/store.ts'
import type { Caller } from '../service.ts'

type Asked = Pick<Policy, 'access' | 'needs' | 'effect' | 'limit'>

const roleNeeded = (right: Right, { role }: Pick<Standing, 'role'>): Failure =>
  fail('access/role-needed', { needs: leastRole(right), role }).error

/** What somebody is told of an object that they may not know of: the same as of one that does not exist. */
const unknown = {
  project: 'project/not-found',
  dataset: 'dataset/not-found',
  version: 'version/not-found',
  upload: 'upload/not-found',
  dashboard: 'dashboard/not-found',
  link: 'share/not-found',
  question: 'question/not-found',
  correction: 'correction/not-found',
} as const satisfies Record<Placed, FailureCode>

/** The failure if a personal token may not do it: commands of the account itself, and what is beyond its scope. */
function beyondScope({ access, needs, effect, limit: { kind } }: Asked, scope: TokenScope): Failure | null {
  const isOfAccount = needs === null && (access !== 'anyone' || effect === 'write')
  if (isOfAccount) return fail('access/no-token-here').error
  const asked = scopeFor({ effect, kind })
  return includesScope(scope, asked) ? null : fail('access/token-scope', { needs: asked, scope }).error
}

/** The failure if a caller lacks the access, or has on nothing the role that a policy needs; before anything is read. */
export function refusalOf(
  policy: Asked,
  caller: Pick<Caller, 'kind' | 'scope'> | null,
  standing: Standing | null,
): Failure | null {
  const { access, needs } = policy
  const beyond = caller?.scope === undefined ? null : beyondScope(policy, caller.scope)
  if (beyond) return beyond
  if (access === 'anyone') return null
  if (!caller || !standing) return fail('access/session-needed').error
  if (access === 'member' && caller.kind === 'guest') return fail('access/members-only').error
  if (needs === null) return null
  const role = isPlaced(needs.object) ? bestRole(standing) : standing.role
  return hasRight(role, needs) ? null : roleNeeded(needs, standing)
}

/** The failure if a caller may not do it to the object that the input names; null if they may, or there is none. */
export async function refusalOn(
  command: Pick<SomeCommand, 'needs'>,
  {
    standing,
    store,
    input,
  }: { readonly standing: Standing; readonly store: Pick<Store, 'placeOf'>; readonly input: unknown },
): Promise<Failure | null> {
  const { needs } = command
  if (needs === null || standing.role === 'owner' || standing.role === 'admin') return null
  const object = objectOf(command, input)
  if (object === null) return hasRight(standing.role, needs) ? null : roleNeeded(needs, standing)
  const place = await store.placeOf(object)
  if (place === null) return null
  const role = roleOn(standing, place)
  if (role === null) return fail(unknown[object.kind]).error
  return hasRight(role, needs) ? null : roleNeeded(needs, { role })
}
