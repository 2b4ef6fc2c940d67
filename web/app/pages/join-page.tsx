import { useEffect, useState } from 'preact/hooks'
import { JoinView } from '../../features/people/join-view.tsx'
import { invitations, type OpenInvitation } from '../../people-api.ts'
import type { Problem } from '../../transport.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { enterWorkspace } from '../enter-workspace.ts'
import { usePageTitle } from '../page-title.ts'
import { useServices } from '../services.ts'

/** Kept in this tab while somebody signs up or in. */
const memory = 'edgewise-invitation'

/** The token of the address; the part behind `#` is never sent to a server. */
function tokenHere(): string {
  const given = location.hash.slice(1)
  try {
    if (given !== '') sessionStorage.setItem(memory, given)
    return given === '' ? (sessionStorage.getItem(memory) ?? '') : given
  } catch {
    return given
  }
}

const noLink: Problem = {
  code: 'invitation/not-found',
  status: 404,
  message: 'This address has no invitation.',
  hint: 'Open the link that you were sent, whole.',
}

/** An invitation to a workspace. */
export function JoinPage() {
  const { session, workspace } = useServices()
  const [token] = useState(tokenHere)
  const [invitation, setInvitation] = useState<OpenInvitation | null>(null)
  const [problem, setProblem] = useState<Problem | null>(token === '' ? noLink : null)
  usePageTitle('Invitation')
  useEffect(() => {
    if (token === '') return
    void invitations.read(token).then((read) => (read.ok ? setInvitation(read.value) : setProblem(read.error)))
  }, [token])
  const accept = (): void =>
    void enterWorkspace(workspace, () => invitations.accept(token)).then(
      (why) => why && setProblem({ code: 'invitation', status: 409, message: why, hint: '' }),
    )
  return (
    <div class="page" data-narrow="">
      {invitation ? (
        <JoinView
          invitation={invitation}
          isMember={session.account.value?.kind === 'member'}
          problem={problem}
          onAccept={accept}
        />
      ) : problem ? (
        <FailureNotice problem={problem} />
      ) : (
        <Skeleton height={220} />
      )}
    </div>
  )
}
