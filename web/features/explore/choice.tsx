import { useId } from 'preact/hooks'

type Props<Id extends string> = {
  readonly label: string
  readonly value: Id
  readonly options: readonly { readonly id: Id; readonly text: string }[]
  readonly onChoose: (id: Id) => void
}

/** A choice among labelled options. */
export function Choice<Id extends string>({ label, value, options, onChoose }: Props<Id>) {
  const id = useId()
  return (
    <div class="setting">
      <label class="field-label" for={id}>
        {label}
      </label>
      <select
        id={id}
        class="select"
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = options.find((option) => option.id === currentTarget.value)
          if (chosen) onChoose(chosen.id)
        }}
      >
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  )
}
