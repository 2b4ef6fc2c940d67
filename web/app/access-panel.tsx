import { useEffect, useState } from 'preact/hooks'
import { AccessList, type AccessPlace } from '../features/projects/access-list.tsx'
import {
  type Granted,
  grants as grantCalls,
  type Group,
  groups as groupCalls,
  type Member,
  members as memberCalls,
  type NamedGrant,
} from '../people-api.ts'
import type { Outcome, Problem } from '../transport.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

type Loaded = {
  readonly grants: readonly NamedGrant[]
  readonly members: readonly Member[]
  readonly groups: readonly Group[]
}

/** Only admins of the workspace may list members and groups; an admin of one project sees its grants alone. */
async function load(of: Granted): Promise<Outcome<Loaded>> {
  const [grants, members, groups] = await Promise.all([grantCalls.list(of), memberCalls.list(), groupCalls.list()])
  if (!grants.ok) return grants
  const known = { members: members.ok ? members.value : [], groups: groups.ok ? groups.value : [] }
  return { ok: true, value: { grants: grants.value, ...known } }
}

type Props = {
  readonly of: Granted
  readonly place: AccessPlace
  readonly onRestrict: (isRestricted: boolean) => Promise<Outcome<unknown>>
}

/** Who may see a project or a dataset, for those who may decide it. */
export function AccessPanel({ of, place, onRestrict }: Props) {
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  async function reload(): Promise<void> {
    const found = await load(of)
    if (found.ok) setLoaded(found.value)
    else setProblem(found.error)
  }
  useEffect(() => void reload(), [of.object, of.id])
  async function done(asked: Promise<Outcome<unknown>>): Promise<void> {
    const outcome = await asked
    setProblem(outcome.ok ? null : outcome.error)
    if (outcome.ok) await reload()
  }
  return (
    <>
      {problem && <FailureNotice problem={problem} />}
      {!loaded && !problem && <Skeleton height={160} />}
      {loaded && (
        <AccessList
          {...loaded}
          what={of.object}
          place={place}
          onRestrict={(next) => void done(onRestrict(next))}
          onGrant={(holder, role) => void done(grantCalls.put(of, holder, role))}
          onTake={(holder) => void done(grantCalls.remove(of, holder))}
        />
      )}
    </>
  )
}
