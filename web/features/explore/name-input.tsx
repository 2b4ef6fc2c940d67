import { useId } from 'preact/hooks'

type Props = {
  readonly label: string
  /** The default name. */
  readonly usual: string
  readonly name: string | undefined
  /** Undefined restores the default. */
  readonly onName: (name: string | undefined) => void
}

/** Renames a result; Enter or blur applies. */
export function NameInput({ label, usual, name, onName }: Props) {
  const id = useId()
  const take = (typed: string): void => {
    const text = typed.trim()
    const next = text === '' || text === usual ? undefined : text
    if (next !== name) onName(next)
  }
  return (
    <div class="setting">
      <label class="field-label" for={id}>
        {label}
      </label>
      <input
        id={id}
        class="input"
        data-size="small"
        maxLength={200}
        defaultValue={name ?? ''}
        placeholder={usual}
        onBlur={({ currentTarget }) => take(currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && take(event.currentTarget.value)}
      />
    </div>
  )
}
