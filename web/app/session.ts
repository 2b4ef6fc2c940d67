import { type Signal, signal } from '@preact/signals'
import { accounts, type Account } from '../api.ts'
import { admitAfter, inTurn, whenSignedOut, type Problem } from '../transport.ts'
import { mayHaveLocal } from '../local/mark.ts'
import { showToast } from '../ui/toast-model.ts'
import { forgetOpened } from './recent.ts'
import { rememberRole } from './standing.ts'
import type { ThemeChoice } from './theme.ts'

const memory = 'edgewise-session'

/** The last kind of user of this browser, so that a first visit starts a guest session without a failing refresh. */
function remembered(): string | null {
  try {
    return localStorage.getItem(memory)
  } catch {
    return null
  }
}

function remember(kind: Account['kind'] | null): void {
  try {
    if (kind === null) localStorage.removeItem(memory)
    else localStorage.setItem(memory, kind)
  } catch {
    // Storage may be unavailable; only the cookie counts then.
  }
}

/** Who uses this page, in which theme. */
export function createSession(theme: Signal<ThemeChoice>) {
  /** The signed-in account; null while unknown. */
  const account = signal<Account | null>(null)
  /** Why no session could be started; null if there is no problem. */
  const problem = signal<Problem | null>(null)
  /** True if a member's session expired: they must sign in again and do not become a guest. */
  const signInNeeded = signal(false)

  /** Applies a session after sign-in, sign-up or start. */
  function welcome(who: Account): void {
    account.value = who
    problem.value = null
    signInNeeded.value = false
    remember(who.kind)
    if (who.kind === 'member') theme.value = who.preferences.theme
  }

  async function becomeGuest(): Promise<boolean> {
    const guest = await accounts.guest()
    if (guest.ok) welcome(guest.value)
    else problem.value = guest.error
    return guest.ok
  }

  async function signedOut(): Promise<boolean> {
    signInNeeded.value = remembered() === 'member'
    if (signInNeeded.value) return false
    const begun = await becomeGuest()
    if (begun) showToast('Your guest session had ended, so you begin anew. With an account your work stays.')
    return begun
  }

  async function resume(): Promise<void> {
    const me = await accounts.me()
    if (me.ok) welcome(me.value)
    else if (me.error.status !== 401) problem.value = me.error
  }

  /** Ensures a session: the previous one or a guest's. API calls wait for it; it is retried when the network returns. */
  async function start(): Promise<void> {
    problem.value = null
    whenSignedOut(signedOut)
    if (remembered() === null) {
      // Another tab or the page's head script may have begun one meanwhile.
      const begun = inTurn(async () => void (remembered() === null && (await becomeGuest())))
      admitAfter(begun)
      await begun
    }
    if (account.value === null && problem.value === null) await resume()
    if (account.value === null)
      addEventListener('online', () => void (account.value === null && start()), { once: true })
  }

  return { account, isMember: remembered() === 'member', theme, problem, signInNeeded, welcome, start }
}
export type Session = ReturnType<typeof createSession>

/** Changes the theme; a member's other devices follow. */
export async function chooseTheme({ account, theme }: Session, choice: ThemeChoice): Promise<void> {
  theme.value = choice
  const who = account.value
  if (who?.kind !== 'member') return
  const changed = await accounts.change({ preferences: { ...who.preferences, theme: choice } })
  if (changed.ok) account.value = changed.value
}

/** Deletes this browser's local data when a user leaves. */
export async function forgetLocal(): Promise<void> {
  forgetOpened()
  rememberRole(null)
  await import('../local/sql-history.ts').then(({ sqlHistory }) => sqlHistory.clear()).catch(() => null)
  await import('../local/asked-queue.ts').then(({ askedQueue }) => askedQueue.clear()).catch(() => null)
  await import('../local/corrections-queue.ts')
    .then(({ correctionsQueue }) => correctionsQueue.clear())
    .catch(() => null)
  if (!mayHaveLocal()) return
  await import('../local/copy-store.ts').then(({ copyStore }) => copyStore.clear()).catch(() => null)
  await import('../local/store.ts').then(({ store }) => store.clear()).catch(() => null)
}

/** Ends the session; a new guest session follows. */
export async function leave({ account }: Session): Promise<void> {
  await accounts.signOut()
  await forgetLocal()
  remember(null)
  account.value = null
  location.assign('/')
}
