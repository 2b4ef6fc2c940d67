import type { Access } from '../commands/command.ts'
import type { Caller } from '../service.ts'

/** Why a caller may not do what asks for this access; null when they may. */
export function refusalOf(
  access: Access,
  caller: Caller | null,
): 'access/session-needed' | 'access/members-only' | null {
  if (access === 'anyone') return null
  if (!caller) return 'access/session-needed'
  return access === 'guest' || caller.kind === 'member' ? null : 'access/members-only'
}
