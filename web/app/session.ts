import { signal } from '@preact/signals'
import { accounts, type Account } from '../api.ts'
import { admitAfter, inTurn, whenSignedOut, type Problem } from '../transport.ts'
import { mayHold } from '../local/held.ts'
import { showToast } from '../ui/toast-model.ts'
import { forgetOpened } from './recent.ts'
import { themeChoice, type ThemeChoice } from './theme.ts'

const memory = 'edgewise-session'

/** Who is here; null until known. */
export const account = signal<Account | null>(null)

/** Why no session could be had; null when all is well. */
export const sessionProblem = signal<Problem | null>(null)

/** A member's session ran out: they are asked to sign in again rather than turned into a guest. */
export const signInNeeded = signal(false)

/** What this browser was last, so that a first visit asks for a guest without being refused twice. */
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
    // Storage may be closed; the cookie alone then tells.
  }
}

/** Takes on a session, from signing in or up as from bootstrap. */
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

/** A first visit's guest; none where another tab has just begun one, or the page's head did. */
async function begin(): Promise<void> {
  if (remembered() === null) await becomeGuest()
}

/** A session that could not be had is asked for again when the network is back. */
function whenBack(): void {
  addEventListener('online', () => void (account.value === null && startSession()), { once: true })
}

/** Makes sure that there is a session: the one of before, or a guest's. Calls to the API wait for it. */
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

/** Shows the page in another theme; a member's other devices follow. */
export async function chooseTheme(theme: ThemeChoice): Promise<void> {
  themeChoice.value = theme
  const who = account.value
  if (who?.kind !== 'member') return
  const changed = await accounts.change({ preferences: { ...who.preferences, theme } })
  if (changed.ok) account.value = changed.value
}

/** What this browser holds for the one who leaves is nobody else's. */
async function forgetLocal(): Promise<void> {
  forgetOpened()
  await import('../local/sql-history.ts').then(({ sqlHistory }) => sqlHistory.clear()).catch(() => null)
  if (mayHold()) await import('../local/store.ts').then(({ store }) => store.clear()).catch(() => null)
}

/** Ends the session; what follows is a new guest's. */
export async function leave(): Promise<void> {
  await accounts.signOut()
  await forgetLocal()
  remember(null)
  account.value = null
  location.assign('/')
}
