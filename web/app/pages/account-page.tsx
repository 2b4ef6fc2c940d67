import { useLocation } from 'preact-iso'
import { useEffect } from 'preact/hooks'
import { onceFor } from '#core/once-for.ts'
import { accountSecurity } from '../../account-api.ts'
import { accounts } from '../../api.ts'
import { SignInView, SignUpView } from '../../features/account/entry-view.tsx'
import { ForgotView, ResetView } from '../../features/account/forgot-view.tsx'
import { PrivacyView } from '../../features/account/privacy-view.tsx'
import { createAccountScreens } from '../../features/account/model.ts'
import { ProfileSettings } from '../../features/account/profile-view.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { usePageTitle } from '../page-title.ts'
import { returnAddress } from '../return-address.ts'
import { type Services, useServices } from '../services.ts'
import { leave } from '../session.ts'

const screensOf = onceFor(({ session }: Services) =>
  createAccountScreens({ ...accounts, security: accountSecurity, onAccount: session.welcome }),
)

/** Turns a guest into a member. */
export function SignUpPage() {
  usePageTitle('Sign up')
  const screens = screensOf(useServices())
  const { route, query } = useLocation()
  const next = returnAddress(query['next'], location.origin)
  return (
    <div class="page" data-narrow="">
      <SignUpView screens={screens} onDone={() => route(next)} />
    </div>
  )
}

/** Sign-in opens another workspace, so the application reloads. */
export function SignInPage() {
  usePageTitle('Sign in')
  const services = useServices()
  const { signInNeeded } = services.session
  const next = returnAddress(useLocation().query['next'], location.origin)
  return (
    <div class="page" data-narrow="">
      <SignInView
        screens={screensOf(services)}
        endedSession={signInNeeded.value}
        onDone={() => location.assign(next)}
      />
    </div>
  )
}

/** A member's settings; asks guests to sign up first. */
export function AccountPage() {
  usePageTitle('Account')
  const services = useServices()
  const { session } = services
  const { route } = useLocation()
  const who = session.account.value
  useEffect(() => {
    if (who?.kind === 'guest') route('/sign-up', true)
  }, [who])
  return (
    <div class="page" data-narrow="">
      {who?.kind === 'member' ? (
        <ProfileSettings who={who} screens={screensOf(services)} onLeave={() => void leave(session)} />
      ) : (
        <Skeleton height={300} />
      )}
    </div>
  )
}

/** Asks for a link to choose a new password. */
export function ForgotPage() {
  usePageTitle('Forgotten password')
  return (
    <div class="page" data-narrow="">
      <ForgotView security={accountSecurity} />
    </div>
  )
}

/** Where that link leads. The token stands after the sign “#”, which no server sees. */
export function ResetPage() {
  usePageTitle('New password')
  return (
    <div class="page" data-narrow="">
      <ResetView security={accountSecurity} token={location.hash.slice(1)} />
    </div>
  )
}

/** What is kept about people. */
export function PrivacyPage() {
  usePageTitle('Privacy')
  return (
    <div class="page" data-narrow="">
      <PrivacyView />
    </div>
  )
}
