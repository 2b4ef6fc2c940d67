import { signal } from '@preact/signals'
import type { Account } from '../../api.ts'
import type { Outcome, Problem } from '../../transport.ts'

type Credentials = { readonly email: string; readonly password: string }

/** Ports of the account screens. */
export type AccountPorts = {
  readonly signIn: (who: Credentials) => Promise<Outcome<Account>>
  readonly signUp: (who: Credentials & { readonly name: string }) => Promise<Outcome<Account>>
  readonly change: (change: { name?: string; preferences?: Account['preferences'] }) => Promise<Outcome<Account>>
  readonly changePassword: (change: { current: string; next: string }) => Promise<Outcome<unknown>>
  readonly onAccount: (who: Account) => void
}

/** The message of a problem with this code, to show at its field; else null. */
export const wordsOf = (problem: Problem | null, code: string): string | null =>
  problem?.code === code ? `${problem.message} ${problem.hint}` : null

/** State of a form: submitting, failed or done. */
export function createForm() {
  const busy = signal(false)
  const problem = signal<Problem | null>(null)
  const done = signal(false)
  return {
    busy,
    problem,
    done,
    /** Submits once at a time. */
    async submit<Value>(send: () => Promise<Outcome<Value>>): Promise<Value | null> {
      if (busy.value) return null
      busy.value = true
      done.value = false
      const outcome = await send()
      busy.value = false
      problem.value = outcome.ok ? null : outcome.error
      done.value = outcome.ok
      return outcome.ok ? outcome.value : null
    },
  }
}
export type Form = ReturnType<typeof createForm>

/** State of sign-in, sign-up and account settings. */
export function createAccountScreens(ports: AccountPorts) {
  const take = (who: Account | null): boolean => {
    if (who) ports.onAccount(who)
    return who !== null
  }
  const entering = createForm()
  const profile = createForm()
  const password = createForm()
  return {
    entering,
    profile,
    password,
    signIn: async (who: Credentials) => take(await entering.submit(() => ports.signIn(who))),
    signUp: async (who: Credentials & { readonly name: string }) =>
      take(await entering.submit(() => ports.signUp(who))),
    change: async (change: Parameters<AccountPorts['change']>[0]) =>
      take(await profile.submit(() => ports.change(change))),
    changePassword: async (change: { current: string; next: string }) =>
      (await password.submit(async () => {
        const outcome = await ports.changePassword(change)
        return outcome.ok ? { ok: true, value: true as const } : outcome
      })) === true,
  }
}
export type AccountScreens = ReturnType<typeof createAccountScreens>
