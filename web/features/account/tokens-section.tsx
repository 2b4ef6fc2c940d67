import { useMemo, useState } from 'preact/hooks'
import { type TokenScope, tokenScopes } from '#core/access/token-scope.ts'
import type { AccountSecurity, Token } from '../../account-api.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Field } from '../../ui/field.tsx'
import { createForm } from './model.ts'
import { useLoaded } from './use-loaded.ts'

type Props = { readonly security: AccountSecurity }

const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium' })
const scopeWords = { read: 'Read', query: 'Read and ask', write: 'Read, ask and change' } as const
const lifetimes = [30, 90, 365] as const

function TokenRow({ token, onRevoke }: { readonly token: Token; readonly onRevoke: () => void }) {
  const used = token.lastUsedAt === null ? 'Never used' : `Last used ${day.format(new Date(token.lastUsedAt))}`
  const isOver = new Date(token.expiresAt) <= new Date()
  return (
    <li class="account-item">
      <div class="grow">
        <strong>{token.name}</strong>
        <p class="small muted">
          {scopeWords[token.scope]} · {used} · {isOver ? 'Expired' : `Until ${day.format(new Date(token.expiresAt))}`}
        </p>
      </div>
      <Button size="small" onClick={onRevoke} aria-label={`Revoke ${token.name}`}>
        Revoke
      </Button>
    </li>
  )
}

function NewTokenForm({ security, onMade }: Props & { readonly onMade: (key: string) => void }) {
  const [name, setName] = useState('')
  const [scope, setScope] = useState<TokenScope>('query')
  const [days, setDays] = useState<number>(lifetimes[1])
  const form = useMemo(createForm, [])
  const submit = async (): Promise<void> => {
    const made = await form.submit(() => security.createToken({ name: name.trim(), scope, days }))
    if (!made) return
    setName('')
    onMade(made.key)
  }
  return (
    <form
      class="account-form"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Field label="Name of a new token" required maxLength={80} value={name} onText={setName} />
      <fieldset class="account-choices">
        <legend class="field-label">It may</legend>
        {tokenScopes.map((each) => (
          <label key={each} class="account-choice">
            <input type="radio" name="scope" checked={scope === each} onChange={() => setScope(each)} />
            {scopeWords[each]}
          </label>
        ))}
      </fieldset>
      <fieldset class="account-choices">
        <legend class="field-label">It expires after</legend>
        {lifetimes.map((each) => (
          <label key={each} class="account-choice">
            <input type="radio" name="days" checked={days === each} onChange={() => setDays(each)} />
            {each} days
          </label>
        ))}
      </fieldset>
      {form.problem.value && <FailureNotice problem={form.problem.value} />}
      <div>
        <Button type="submit" disabled={form.busy.value}>
          Make the token
        </Button>
      </div>
    </form>
  )
}

/** Personal tokens, with which programs work for this person. */
export function TokensSection({ security }: Props) {
  const { value, problem, reload } = useLoaded(security.tokens)
  const [key, setKey] = useState<string | null>(null)
  return (
    <section class="panel card">
      <h2>Tokens for programs</h2>
      <p class="small muted">
        A program that has a token works as you, in this workspace. <a href="/docs">What programs can do</a>
      </p>
      {problem && <FailureNotice problem={problem} />}
      {key !== null && (
        <div class="notice" role="status">
          <div class="grow">
            <strong>Copy this token now: it is not shown again.</strong>
            <code class="account-key">{key}</code>
          </div>
          <CopyButton text={key} />
        </div>
      )}
      <ul class="account-list">
        {value?.map((token) => (
          <TokenRow key={token.id} token={token} onRevoke={() => void security.revokeToken(token.id).then(reload)} />
        ))}
      </ul>
      <NewTokenForm
        security={security}
        onMade={(made) => {
          setKey(made)
          void reload()
        }}
      />
    </section>
  )
}
