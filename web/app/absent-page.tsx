import { LogIn, type IconNode } from 'lucide'
import type { ComponentChildren } from 'preact'
import { EmptyState } from '../ui/empty-state.tsx'
import { Icon } from '../ui/icon.tsx'
import { signInAddress } from './return-address.ts'
import { useServices } from './services.ts'

type Props = {
  readonly icon: IconNode
  readonly title: string
  readonly text: string
  readonly children?: ComponentChildren
}

/** Shown for an address that does not exist or is not accessible. Offers guests to sign in and return. */
export function AbsentPage({ children, ...words }: Props) {
  const { account } = useServices().session
  const isGuest = account.value?.kind === 'guest'
  return (
    <EmptyState {...words} isPage>
      {isGuest && (
        <a class="button" data-kind="primary" href={signInAddress(`${location.pathname}${location.search}`)}>
          <Icon icon={LogIn} size={16} />
          Sign in
        </a>
      )}
      {children}
      <a class="button" data-kind={isGuest ? undefined : 'primary'} href="/">
        Go to the start
      </a>
    </EmptyState>
  )
}
