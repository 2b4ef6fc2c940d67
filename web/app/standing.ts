import { effect, type ReadonlySignal, signal } from '@preact/signals'
import { type MemberRole, memberRoles } from '#core/access/member-role.ts'
import type { Standing } from '#core/access/standing.ts'
import type { Account } from '../api.ts'
import type { OwnWorkspace } from '../people-api.ts'

const memory = 'edgewise-role'

/** The role of the last visit, so that a page does not change while the server is asked. */
function rememberedRole(): MemberRole | null {
  try {
    const kept = localStorage.getItem(memory)
    return memberRoles.find((role) => role === kept) ?? null
  } catch {
    return null
  }
}

/** Null forgets it. */
export function rememberRole(role: MemberRole | null): void {
  try {
    if (role === null) localStorage.removeItem(memory)
    else localStorage.setItem(memory, role)
  } catch {
    // Storage may be unavailable; the role is then known once the server answers.
  }
}

/** Somebody without an account owns the workspace of their session. */
const owner: Standing = { role: 'owner', grants: [] }

function standingAtStart(isMember: boolean): Standing | null {
  if (!isMember) return owner
  const role = rememberedRole()
  return role && { role, grants: [] }
}

type Known = { readonly account: ReadonlySignal<Account | null>; readonly isMember: boolean }

/** What whoever uses this page is to their workspace, and the workspaces that they may go on in. */
export function createStanding({ account, isMember }: Known) {
  const standing = signal(standingAtStart(isMember))
  const own = signal<readonly OwnWorkspace[]>([])

  async function load(): Promise<void> {
    const { workspaces } = await import('../people-api.ts')
    const found = await workspaces.list()
    if (!found.ok) return
    own.value = found.value
    const here = found.value.find(({ isHere }) => isHere)
    standing.value = here ? { role: here.role, grants: here.grants } : null
    rememberRole(here?.role ?? null)
  }

  let known: string | null = null
  effect(() => {
    const who = account.value
    if (!who || who.id + who.kind === known) return
    known = who.id + who.kind
    if (who.kind === 'guest') standing.value = owner
    else {
      standing.value = standingAtStart(true)
      void load().catch(() => null)
    }
  })
  return { standing: standing as ReadonlySignal<Standing | null>, own, load }
}
