import { suffices } from '#core/access/member-role.ts'
import { fail, type Failure } from '#core/errors.ts'
import type { Policy } from '../commands/command.ts'
import type { Caller } from '../service.ts'

/** The failure if a caller lacks the access or the role of a policy; null if they have both. */
export function refusalOf({ access, needs }: Pick<Policy, 'access' | 'needs'>, caller: Caller | null): Failure | null {
  if (access === 'anyone') return null
  if (!caller) return fail('access/session-needed').error
  if (access === 'member' && caller.kind === 'guest') return fail('access/members-only').error
  const { role } = caller
  return needs === null || suffices(role, needs) ? null : fail('access/role-needed', { needs, role }).error
}
