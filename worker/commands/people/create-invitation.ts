import { z } from 'zod'
import { digest } from '../../security/digest.ts'
import { randomToken } from '../../security/random.ts'
import { toWireInvitation } from '../../wire/people.ts'
import { email } from '../accounts/credentials.ts'
import { foundOrganisation } from './found-organisation.ts'
import { invitedRoles } from './invited-roles.ts'
import { day } from '#core/table/time-units.ts'
import { ok } from '#core/result.ts'
import { post } from '../../data/post.ts'
import { invitationMessage } from '../../mail/templates/invitation.ts'
import { defineCommand, type Deps } from '../command.ts'

type Letter = { readonly to: string; readonly role: string; readonly days: number; readonly address: string }

/** Mails the link to the one who is invited by address. */
async function sendInvitation(deps: Deps, { to, ...said }: Letter): Promise<void> {
  const inviter = await deps.accounts.byId(deps.caller.user)
  const found = await deps.workspaces.find(deps.caller.workspace)
  const workspace = found?.name ?? 'a workspace'
  await post(deps, to, invitationMessage({ inviter: inviter?.name ?? 'A colleague', workspace, ...said }))
}

export const createInvitation = defineCommand({
  summary:
    'Make a link that makes people members of the workspace; it is shown once, and mailed to the address that it names.',
  access: 'member',
  needs: { may: 'administer', object: 'invitation' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({
    role: z.enum(invitedRoles).default('viewer'),
    /** The only address that may accept it; missing: whoever has the link. */
    email: email.optional(),
    groups: z.array(z.string()).max(50).default([]),
    maxUses: z.int().min(1).max(500).default(1),
    days: z.int().min(1).max(90).default(7),
  }),
  async run(deps, { role, email: address = null, groups, maxUses, days }) {
    const { store, caller, now, newId, trail } = deps
    const known = (await store.groups.all()).flatMap(({ id }) => (groups.includes(id) ? [id] : []))
    const [token, createdAt] = [randomToken(24), now()]
    const row = {
      id: newId<'invitation'>(),
      tokenHash: digest(token),
      role,
      groups: known,
      email: address,
      maxUses,
      createdBy: caller.user,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + days * day),
    }
    await foundOrganisation(deps)
    await store.invitations.add(row)
    const made = { ...row, workspaceId: caller.workspace, uses: 0, revokedAt: null }
    const { tokenHash: _, ...told } = row
    trail.changed({ object: `invitation ${row.id}`, before: null, after: told })
    const link = `/join#${token}`
    if (address !== null) await sendInvitation(deps, { to: address, role, days, address: `${deps.origin}${link}` })
    return ok({ ...toWireInvitation(made, createdAt), link })
  },
})
