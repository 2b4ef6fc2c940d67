import type { InputHTMLAttributes } from 'preact'
import { useId } from 'preact/hooks'

type Props = Omit<InputHTMLAttributes, 'label'> & {
  readonly label: string
  readonly help?: string
  readonly error?: string | null
  readonly onText: (text: string) => void
}

/** One labelled line of text, with its help and what is wrong with it. */
export function Field({ label, help, error = null, onText, ...rest }: Props) {
  const id = useId()
  const note = error ?? help
  return (
    <div class="field">
      <label class="field-label" for={id}>{label}</label>
      <input
        class="input"
        {...rest}
        id={id}
        aria-invalid={error !== null}
        aria-describedby={note ? `${id}-note` : undefined}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      {note && <p id={`${id}-note`} class={error === null ? 'field-help' : 'field-error'}>{note}</p>}
    </div>
  )
}
