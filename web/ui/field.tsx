import { Eye, EyeOff } from 'lucide'
import { useId, useState } from 'preact/hooks'
import { Button } from './button.tsx'
import { whatIsWrong } from './what-is-wrong.ts'

type Props = {
  readonly label: string
  readonly value: string
  readonly onText: (text: string) => void
  readonly type?: 'text' | 'email' | 'password' | 'date' | 'number'
  readonly name?: string
  readonly autocomplete?: 'name' | 'email' | 'username' | 'current-password' | 'new-password' | 'one-time-code'
  readonly inputMode?: 'numeric'
  readonly required?: boolean
  readonly disabled?: boolean
  readonly minLength?: number
  readonly maxLength?: number
  readonly step?: 'any'
  readonly help?: string
  readonly error?: string | null
}

function ShowPassword({ shown, onToggle }: { readonly shown: boolean; readonly onToggle: () => void }) {
  return (
    <Button
      kind="quiet"
      size="small"
      class="field-reveal"
      icon={shown ? EyeOff : Eye}
      label={shown ? 'Hide what is typed' : 'Show what is typed'}
      onClick={onToggle}
    />
  )
}

function Note({ id, error, help }: { readonly id: string; readonly error: string | null; readonly help?: string }) {
  if (error === null)
    return help ? (
      <p id={id} class="field-help">
        {help}
      </p>
    ) : null
  return (
    <p id={id} class="field-error" role="alert">
      {error}
    </p>
  )
}

/** A labelled text input with help and validation: the error appears on submit and disappears when corrected. */
export function Field({ label, help, error = null, onText, type = 'text', ...rest }: Props) {
  const id = useId()
  const [wrong, setWrong] = useState<string | null>(null)
  const [shown, setShown] = useState(false)
  const said = wrong ?? error
  // Preact types need one input type; the five possible types share these attributes.
  const attributes = { ...rest, type: type === 'password' && shown ? 'text' : type } as typeof rest & { type: 'email' }
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <div class="field-line">
        <input
          class="input"
          {...attributes}
          id={id}
          aria-invalid={said !== null}
          {...(said !== null || help ? { 'aria-describedby': `${id}-note` } : {})}
          {...(type === 'password' ? { spellcheck: false, autocapitalize: 'none' } : {})}
          onInput={({ currentTarget }) => {
            onText(currentTarget.value)
            if (wrong !== null) setWrong(whatIsWrong(currentTarget, label))
          }}
          onInvalid={(event) => {
            const input = event.currentTarget
            event.preventDefault()
            setWrong(whatIsWrong(input, label))
            if (input.form?.querySelector('input:invalid') === input) input.focus()
          }}
        />
        {type === 'password' && <ShowPassword shown={shown} onToggle={() => setShown(!shown)} />}
      </div>
      <Note id={`${id}-note`} error={said} {...(help ? { help } : {})} />
    </div>
  )
}
