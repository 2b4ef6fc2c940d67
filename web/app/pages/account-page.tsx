import { useLocation } from 'preact-iso'
import { useEffect } from 'preact/hooks'
import { accounts } from '../../api.ts'
import { SignInView, SignUpView } from '../../features/account/entry-view.tsx'
import { createAccountScreens } from '../../features/account/model.ts'
import { ProfileSettings } from '../../features/account/profile-view.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { usePageTitle } from '../page-title.ts'
import { returnAddress } from '../return-address.ts'
import { account, leave, signInNeeded, welcome } from '../session.ts'

const screens = createAccountScreens({ ...accounts, onAccount: welcome })

/** Turns a guest into a member. */
export function SignUpPage() {
  usePageTitle('Sign up')
  const { route } = useLocation()
  return (
    <div class="page" data-narrow="">
      <SignUpView screens={screens} onDone={() => route('/')} />
    </div>
  )
}

/** Sign-in opens another workspace, so the application reloads. */
export function SignInPage() {
  usePageTitle('Sign in')
  const next = returnAddress(useLocation().query['next'], location.origin)
  return (
    <div class="page" data-narrow="">
      <SignInView screens={screens} endedSession={signInNeeded.value} onDone={() => location.assign(next)} />
    </div>
  )
}

/** A member's settings; asks guests to sign up first. */
export function AccountPage() {
  usePageTitle('Account')
  const { route } = useLocation()
  const who = account.value
  useEffect(() => {
    if (who?.kind === 'guest') route('/sign-up', true)
  }, [who])
  return (
    <div class="page" data-narrow="">
      {who?.kind === 'member' ? (
        <ProfileSettings who={who} screens={screens} onLeave={() => void leave()} />
      ) : (
        <Skeleton height={300} />
      )}
    </div>
  )
}
