import { withArticle } from '#core/with-article.ts'
import type { OpenInvitation } from '../../people-api.ts'
import type { Problem } from '../../transport.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Mark } from '../../ui/mark.tsx'
import { roleWords } from './role-words.ts'
import './people.css'

type Props = {
  readonly invitation: OpenInvitation
  readonly isMember: boolean
  readonly problem: Problem | null
  readonly onAccept: () => void
}

/** An invitation, for whoever has its link: a member accepts it, somebody new signs up first. */
export function JoinView({ invitation, isMember, problem, onAccept }: Props) {
  const { workspace, by, role, email } = invitation
  return (
    <section class="card stack people-join">
      <Mark size={34} />
      <h1>Join {workspace}</h1>
      <p>
        {by ?? 'Somebody'} invites you as {withArticle(role)}. {roleWords[role]}.
      </p>
      {email && <p class="small muted">The invitation is for {email}.</p>}
      {problem && <FailureNotice problem={problem} />}
      {isMember ? (
        <Button kind="primary" onClick={onAccept}>
          Join
        </Button>
      ) : (
        <>
          <p class="small muted">You need an account. What you made as a guest stays yours.</p>
          <div class="row">
            <a class="button" data-kind="primary" href="/sign-up?next=%2Fjoin">
              Sign up
            </a>
            <a class="button" href="/sign-in?next=%2Fjoin">
              Sign in
            </a>
          </div>
        </>
      )}
    </section>
  )
}
