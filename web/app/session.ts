import { signal } from '@preact/signals'
import { accounts, type Account } from '../api.ts'
import { admitAfter, inTurn, whenSignedOut, type Problem } from '../transport.ts'
import { mayHaveLocal } from '../local/mark.ts'
import { showToast } from '../ui/toast-model.ts'
import { forgetOpened } from './recent.ts'
import { themeChoice, type ThemeChoice } from './theme.ts'

const memory = 'edgewise-session'

/** The signed-in account; null while unknown. */
export const account = signal<Account | null>(null)

/** Why no session could be started; null if there is no problem. */
export const sessionProblem = signal<Problem | null>(null)

/** True if a member's session expired: they must sign in again and do not become a guest. */
export const signInNeeded = signal(false)

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

/** Applies a session after sign-in, sign-up or start. */
export function welcome(who: Account): void {
  account.value = who
  sessionProblem.value = null
  signInNeeded.value = false
  remember(who.kind)
  if (who.kind === 'member') themeChoice.value = who.preferences.theme
}

async function becomeGuest(): Promise<boolean> {
  const guest = await accounts.guest()
  if (guest.ok) welcome(guest.value)
  else sessionProblem.value = guest.error
  return guest.ok
}

async function becomeGuestAgain(): Promise<boolean> {
  const begun = await becomeGuest()
  if (begun) showToast('Your guest session had ended, so you begin anew. With an account your work stays.')
  return begun
}

function signedOut(): Promise<boolean> {
  if (remembered() !== 'member') return becomeGuestAgain()
  signInNeeded.value = true
  return Promise.resolve(false)
}

/** Starts a guest session, unless another tab or the page's head script just did. */
async function begin(): Promise<void> {
  if (remembered() === null) await becomeGuest()
}

/** Retries a failed session when the network returns. */
function whenBack(): void {
  addEventListener('online', () => void (account.value === null && startSession()), { once: true })
}

/** Ensures a session: the previous one or a guest's. API calls wait for it. */
export async function startSession(): Promise<void> {
  sessionProblem.value = null
  whenSignedOut(signedOut)
  if (remembered() === null) {
    const begun = inTurn(begin)
    admitAfter(begun)
    await begun
  }
  if (account.value === null && sessionProblem.value === null) await resume()
  if (account.value === null) whenBack()
}

async function resume(): Promise<void> {
  const me = await accounts.me()
  if (me.ok) welcome(me.value)
  else if (me.error.status !== 401) sessionProblem.value = me.error
}

/** Changes the theme; a member's other devices follow. */
export async function chooseTheme(theme: ThemeChoice): Promise<void> {
  themeChoice.value = theme
  const who = account.value
  if (who?.kind !== 'member') return
  const changed = await accounts.change({ preferences: { ...who.preferences, theme } })
  if (changed.ok) account.value = changed.value
}

/** Deletes this browser's local data when a user leaves. */
async function forgetLocal(): Promise<void> {
  forgetOpened()
  await import('../local/sql-history.ts').then(({ sqlHistory }) => sqlHistory.clear()).catch(() => null)
  await import('../local/asked-queue.ts').then(({ askedQueue }) => askedQueue.clear()).catch(() => null)
  if (!mayHaveLocal()) return
  await import('../local/copy-store.ts').then(({ copyStore }) => copyStore.clear()).catch(() => null)
  await import('../local/store.ts').then(({ store }) => store.clear()).catch(() => null)
}

/** Ends the session; a new guest session follows. */
export async function leave(): Promise<void> {
  await accounts.signOut()
  await forgetLocal()
  remember(null)
  account.value = null
  location.assign('/')
}
