import type { Access } from '../commands/command.ts'
import type { Caller } from '../service.ts'

/** The failure if a caller lacks this access; null if they have it. */
export function refusalOf(
  access: Access,
  caller: Caller | null,
): 'access/session-needed' | 'access/members-only' | null {
  if (access === 'anyone') return null
  if (!caller) return 'access/session-needed'
  return access === 'guest' || caller.kind === 'member' ? null : 'access/members-only'
}
