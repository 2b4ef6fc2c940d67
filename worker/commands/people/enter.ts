import type { Deps } from '../command.ts'
import { closeLines } from '../accounts/end-sessions.ts'

/** Moves the caller's session to another of their workspaces; its lines to the one it leaves are closed. */
export async function enter(deps: Deps, to: string): Promise<boolean> {
  const { caller, workspaces, now } = deps
  const moved = await workspaces.switch({ session: caller.session, user: caller.user, to, at: now() })
  if (moved) closeLines(deps, [{ id: caller.session, workspace: caller.workspace }])
  return moved
}
