import { signal } from '@preact/signals'
import type { AccountSecurity, Step } from '../../account-api.ts'
import type { Account } from '../../api.ts'
import type { Outcome, Problem } from '../../transport.ts'

type Credentials = { readonly email: string; readonly password: string }

export type NewAccount = Credentials & { readonly name: string; readonly accountType: Account['accountType'] }

/** Ports of the account screens. */
export type AccountPorts = {
  readonly signIn: (who: Credentials) => Promise<Outcome<Account | Step>>
  readonly signUp: (who: NewAccount) => Promise<Outcome<Account>>
  readonly change: (change: { name?: string; preferences?: Account['preferences'] }) => Promise<Outcome<Account>>
  readonly changePassword: (change: { current: string; next: string }) => Promise<Outcome<unknown>>
  readonly onAccount: (who: Account) => void
  readonly security: AccountSecurity
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

/** What the server will say of a password; its list is loaded with the first question. */
async function easyPassword(password: string, about: { name: string; email: string }): Promise<Outcome<null>> {
  const { passwordProblem } = await import('#core/access/password-problem.ts')
  const problem = passwordProblem(password, about)
  return problem ? { ok: false, error: problem } : { ok: true, value: null }
}

/** State of sign-in, sign-up and account settings. */
export function createAccountScreens(ports: AccountPorts) {
  const take = (who: Account | null): boolean => {
    if (who) ports.onAccount(who)
    return who !== null
  }
  const entering = createForm()
  /** The code that sign-in waits for; null while it waits for none. */
  const step = signal<Step | null>(null)
  const profile = createForm()
  const password = createForm()
  return {
    entering,
    step,
    security: ports.security,
    onAccount: ports.onAccount,
    profile,
    password,
    async signIn(who: Credentials): Promise<boolean> {
      const answer = await entering.submit(() => ports.signIn(who))
      if (!answer || 'id' in answer) return take(answer)
      step.value = answer
      return false
    },
    async confirm(code: string, trust: boolean): Promise<boolean> {
      const challenge = step.value?.challenge ?? ''
      return take(await entering.submit(() => ports.security.confirmSignIn({ challenge, code, trust })))
    },
    /** Back to e-mail and password. */
    startOver(): void {
      step.value = null
      entering.problem.value = null
    },
    signUp: async (who: NewAccount) =>
      take(
        await entering.submit(async () => {
          const easy = await easyPassword(who.password, who)
          return easy.ok ? ports.signUp(who) : easy
        }),
      ),
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
