import { useId } from 'preact/hooks'

type Props = {
  readonly label: string
  readonly value: string
  readonly onText: (text: string) => void
  readonly type?: 'text' | 'email' | 'password' | 'date' | 'number'
  readonly name?: string
  readonly autocomplete?: 'name' | 'email' | 'current-password' | 'new-password'
  readonly required?: boolean
  readonly disabled?: boolean
  readonly minLength?: number
  readonly maxLength?: number
  readonly step?: 'any'
  readonly help?: string
  readonly error?: string | null
}

/** One labelled line of text, with its help and what is wrong with it. */
export function Field({ label, help, error = null, onText, ...rest }: Props) {
  const id = useId()
  const note = error ?? help
  // Preact's types want to know which kind of input this is; it may be any of five that take the same attributes.
  const attributes = rest as typeof rest & { readonly type: 'email' }
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <input
        class="input"
        {...attributes}
        id={id}
        aria-invalid={error !== null}
        {...(note ? { 'aria-describedby': `${id}-note` } : {})}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      {note && (
        <p id={`${id}-note`} class={error === null ? 'field-help' : 'field-error'}>
          {note}
        </p>
      )}
    </div>
  )
}
