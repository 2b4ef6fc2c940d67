import type { AccountSecurity, OpenSession, TrustedDevice } from '../../account-api.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useLoaded } from './use-loaded.ts'

type Props = { readonly security: AccountSecurity }

const moment = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' })
const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium' })

function SessionRow({ session, onEnd }: { readonly session: OpenSession; readonly onEnd: () => void }) {
  const device = session.device ?? 'An unknown device'
  return (
    <li class="account-item">
      <div class="grow">
        <strong>{device}</strong>
        <p class="small muted">
          {session.isThis ? 'This device' : `Last used ${moment.format(new Date(session.lastUsedAt))}`}
          {session.place === null ? '' : ` · ${session.place}`}
        </p>
      </div>
      {!session.isThis && (
        <Button size="small" onClick={onEnd} aria-label={`Sign out ${device}`}>
          Sign out
        </Button>
      )}
    </li>
  )
}

/** Where one is signed in. */
export function SessionsSection({ security }: Props) {
  const { value, problem, reload } = useLoaded(security.sessions)
  const then = (ending: Promise<unknown>): void => void ending.then(reload)
  return (
    <section class="panel card">
      <h2>Where you are signed in</h2>
      {problem && <FailureNotice problem={problem} />}
      {!value && !problem && <Skeleton height={56} />}
      <ul class="account-list">
        {value?.map((session) => (
          <SessionRow key={session.id} session={session} onEnd={() => then(security.endSession(session.id))} />
        ))}
      </ul>
      {value && value.length > 1 && (
        <div>
          <Button onClick={() => then(security.endOthers())}>Sign out everywhere else</Button>
        </div>
      )}
    </section>
  )
}

function DeviceRow({ device, onForget }: { readonly device: TrustedDevice; readonly onForget: () => void }) {
  return (
    <li class="account-item">
      <div class="grow">
        <strong>{device.name}</strong>
        <p class="small muted">Not asked for a code until {day.format(new Date(device.expiresAt))}</p>
      </div>
      <Button size="small" onClick={onForget} aria-label={`Forget ${device.name}`}>
        Forget
      </Button>
    </li>
  )
}

/** Browsers that are not asked for a code; nothing where there are none. */
export function DevicesSection({ security }: Props) {
  const { value, reload } = useLoaded(security.devices)
  if (!value || value.length === 0) return null
  return (
    <section class="panel card">
      <h2>Trusted devices</h2>
      <ul class="account-list">
        {value.map((device) => (
          <DeviceRow
            key={device.id}
            device={device}
            onForget={() => void security.forgetDevice(device.id).then(reload)}
          />
        ))}
      </ul>
    </section>
  )
}
