import type { Deps } from '../command.ts'

/** The organisation of the caller's workspace, founded if it has none: as soon as others are to work in it. */
export async function foundOrganisation({ workspaces, caller, accounts, newId, now }: Deps) {
  const here = await workspaces.find(caller.workspace)
  if (here?.organisationId) return here.organisationId
  const user = await accounts.byId(caller.user)
  const id = newId<'organisation'>()
  const isNew = await workspaces.found(caller.workspace, {
    id,
    name: `${user?.name ?? 'Our'} & team`,
    createdAt: now(),
  })
  return isNew ? id : ((await workspaces.find(caller.workspace))?.organisationId ?? id)
}
