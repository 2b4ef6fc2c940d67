import { useEffect, useState } from 'preact/hooks'
import { GroupList } from '../../features/people/group-list.tsx'
import { InvitationList } from '../../features/people/invitation-list.tsx'
import { InviteForm } from '../../features/people/invite-form.tsx'
import { MemberList } from '../../features/people/member-list.tsx'
import { NewWorkspace } from '../../features/people/new-workspace.tsx'
import { WorkspaceName } from '../../features/people/workspace-name.tsx'
import {
  type Group,
  groups as groupCalls,
  type Invitation,
  invitations as invitationCalls,
  type Member,
  members as memberCalls,
  type OwnWorkspace,
  workspaces,
} from '../../people-api.ts'
import type { Outcome, Problem } from '../../transport.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { enterWorkspace } from '../enter-workspace.ts'
import { useMay } from '../may.ts'
import { usePageTitle } from '../page-title.ts'
import { useServices } from '../services.ts'

type Loaded = {
  readonly members: readonly Member[]
  readonly groups: readonly Group[]
  readonly invitations: readonly Invitation[]
  readonly here: OwnWorkspace | null
}

async function load(): Promise<Outcome<Loaded>> {
  const [members, groups, invitations, own] = await Promise.all([
    memberCalls.list(),
    groupCalls.list(),
    invitationCalls.list(),
    workspaces.list(),
  ])
  if (!members.ok) return members
  if (!groups.ok) return groups
  if (!invitations.ok) return invitations
  const here = own.ok ? (own.value.find(({ isHere }) => isHere) ?? null) : null
  const [of, sets, open] = [members.value, groups.value, invitations.value]
  return { ok: true, value: { members: of, groups: sets, invitations: open, here } }
}

type ListsProps = {
  readonly loaded: Loaded
  readonly me: string | undefined
  readonly onDone: (asked: Promise<Outcome<unknown>>) => void
  readonly onProblem: (problem: Problem) => void
}

function Lists({ loaded: { members, groups, invitations, here }, me, onDone, onProblem }: ListsProps) {
  const leave = async (): Promise<void> => {
    const left = await memberCalls.leave()
    if (left.ok) location.assign('/')
    else onProblem(left.error)
  }
  return (
    <>
      <InvitationList list={invitations} onRevoke={(id) => onDone(invitationCalls.revoke(id))} />
      <MemberList
        members={members}
        groups={groups}
        role={here?.role ?? 'viewer'}
        me={me ?? ''}
        onRole={(id, role) => onDone(memberCalls.change(id, role))}
        onOwner={(id) => onDone(memberCalls.makeOwner(id))}
        onRemove={(id) => onDone(memberCalls.remove(id))}
        onLeave={() => void leave()}
      />
      <GroupList
        groups={groups}
        members={members}
        onCreate={(name) => onDone(groupCalls.create(name))}
        onFill={(id, people) => onDone(groupCalls.fill(id, people))}
        onRemove={(id) => onDone(groupCalls.remove(id))}
      />
    </>
  )
}

type RenamingProps = { readonly here: OwnWorkspace | null; readonly onRename: (name: string) => void }

function Renaming({ here, onRename }: RenamingProps) {
  const may = useMay()
  return here && may({ may: 'administer', object: 'workspace' }) ? (
    <WorkspaceName name={here.name} onRename={onRename} />
  ) : null
}

/** Who works in this workspace, in which groups, and who is invited. */
export function PeoplePage() {
  const { session, standing, workspace } = useServices()
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  usePageTitle('People')
  const reload = async (): Promise<void> => {
    const found = await load()
    if (found.ok) setLoaded(found.value)
    else setProblem(found.error)
  }
  useEffect(() => void reload(), [])
  async function done(asked: Promise<Outcome<unknown>>): Promise<void> {
    const outcome = await asked
    setProblem(outcome.ok ? null : outcome.error)
    await reload()
  }
  async function rename(name: string): Promise<void> {
    await done(workspaces.rename(name))
    await standing.load()
  }
  const create = (name: string): void =>
    void enterWorkspace(workspace, () => workspaces.create(name)).then(
      (why) => why && setProblem({ code: 'workspace', status: 409, message: why, hint: '' }),
    )
  return (
    <div class="page stack">
      <header class="page-head">
        <h1>People</h1>
        <p class="page-facts">Who works in this workspace, and as what.</p>
      </header>
      {problem && <FailureNotice problem={problem} />}
      {!loaded && !problem && <Skeleton height={300} />}
      <Renaming here={loaded?.here ?? null} onRename={(name) => void rename(name)} />
      {loaded && <InviteForm invite={invitationCalls.create} onMade={() => void reload()} />}
      {loaded && (
        <Lists
          loaded={loaded}
          me={session.account.value?.id}
          onDone={(asked) => void done(asked)}
          onProblem={setProblem}
        />
      )}
      <NewWorkspace role={loaded?.here?.role ?? 'viewer'} onCreate={create} />
    </div>
  )
}
