import { useId } from 'preact/hooks'

export type Option = { readonly value: string; readonly text: string }

type Props = {
  readonly label: string
  /** The value in effect: chosen or detected. */
  readonly value: string
  readonly options: readonly Option[]
  /** Why it was detected. */
  readonly why?: string | null
  readonly isChosen: boolean
  readonly onChoose: (value: string) => void
  readonly onForget: () => void
}

/** One reading choice: the detected value, its reason, and alternatives. */
export function Choice({ label, value, options, why = null, isChosen, onChoose, onForget }: Props) {
  const id = useId()
  const all = options.some((option) => option.value === value) ? options : [...options, { value, text: value }]
  return (
    <div class="reading-choice" data-chosen={isChosen ? '' : undefined}>
      <label class="field-label" for={id}>
        {label}
      </label>
      <select class="select" id={id} value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {all.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      {isChosen ? (
        <p class="field-help">
          Your choice.{' '}
          <button type="button" class="link" onClick={onForget}>
            Take what is found
          </button>
        </p>
      ) : (
        why !== null && <p class="field-help">{why}</p>
      )}
    </div>
  )
}
