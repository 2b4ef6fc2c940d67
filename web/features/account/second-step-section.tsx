import { useMemo, useState } from 'preact/hooks'
import type { AccountSecurity, Security } from '../../account-api.ts'
import type { Account } from '../../api.ts'
import type { Problem } from '../../transport.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { AppSetUp } from './app-set-up.tsx'
import { createForm } from './model.ts'
import { PasswordForm } from './password-form.tsx'
import { useLoaded } from './use-loaded.ts'

type Props = { readonly who: Account; readonly security: AccountSecurity }
type Act = 'add-app' | 'remove-app' | 'mail-on' | 'mail-off'

const actions: Readonly<Record<Act, string>> = {
  'add-app': 'Set up an app',
  'remove-app': 'Remove the app',
  'mail-on': 'Ask for a code by mail',
  'mail-off': 'No longer ask by mail',
}

function saidOf({ hasApp, wantsCode, recoveryCodes }: Security, isBusiness: boolean): string {
  if (hasApp) return `Signing in asks for a code of your authenticator app. ${recoveryCodes} recovery codes are left.`
  if (isBusiness) return 'Signing in from a new device asks for a code by mail, as for every business account.'
  return wantsCode ? 'Signing in asks for a code by mail.' : 'Signing in asks for your password alone.'
}

const choicesOf = ({ hasApp, wantsCode, sendsMail }: Security, who: Account): readonly Act[] => [
  hasApp ? 'remove-app' : 'add-app',
  ...(who.accountType === 'business' || !sendsMail || !who.emailVerified
    ? []
    : [wantsCode ? ('mail-off' as const) : ('mail-on' as const)]),
]

function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  return (
    <div class="notice" role="status">
      <div class="grow">
        <strong>Keep these recovery codes: they are not shown again.</strong>
        <p class="small">Each stands in for your app once.</p>
        <pre class="account-key">{codes.join('\n')}</pre>
      </div>
      <CopyButton text={codes.join('\n')} />
    </div>
  )
}

type NowProps = { readonly value: Security | null; readonly problem: Problem | null; readonly isBusiness: boolean }

function Now({ value, problem, isBusiness }: NowProps) {
  if (problem) return <FailureNotice problem={problem} />
  return value ? <p>{saidOf(value, isBusiness)}</p> : <Skeleton height={44} />
}

/** What signing in asks for beside the password. */
export function SecondStepSection({ who, security }: Props) {
  const { value, problem, reload } = useLoaded(security.security)
  const [act, setAct] = useState<Act | null>(null)
  const [app, setApp] = useState<{ secret: string; address: string } | null>(null)
  const [codes, setCodes] = useState<readonly string[]>([])
  const form = useMemo(createForm, [])
  const perform = async (password: string): Promise<void> => {
    if (act === 'add-app') {
      const started = await form.submit(() => security.startApp(password))
      if (!started) return
      setApp(started)
    } else {
      const send =
        act === 'remove-app' ? () => security.removeApp(password) : () => security.secure(act === 'mail-on', password)
      await form.submit<unknown>(send)
      if (form.problem.value) return
      await reload()
    }
    setAct(null)
  }
  const confirm = async (code: string): Promise<void> => {
    const confirmed = await form.submit(() => security.confirmApp(code))
    if (!confirmed) return
    setCodes(confirmed.codes)
    setApp(null)
    await reload()
  }
  return (
    <section class="panel card">
      <h2>Second step</h2>
      <Now value={value} problem={problem} isBusiness={who.accountType === 'business'} />
      {codes.length > 0 && <RecoveryCodes codes={codes} />}
      {app && <AppSetUp app={app} form={form} onCode={confirm} />}
      {act && (
        <>
          {form.problem.value && <FailureNotice problem={form.problem.value} />}
          <PasswordForm form={form} action={actions[act]} onPassword={perform} onCancel={() => setAct(null)} />
        </>
      )}
      {!act && !app && value && (
        <div class="row">
          {choicesOf(value, who).map((each) => (
            <Button key={each} onClick={() => setAct(each)}>
              {actions[each]} …
            </Button>
          ))}
        </div>
      )}
    </section>
  )
}
