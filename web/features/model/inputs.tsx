import { useEffect, useId, useState } from 'preact/hooks'
import type { ModelProblem } from '#core/semantic/model/checks/check.ts'

type Told = { readonly problems?: readonly ModelProblem[]; readonly help?: string }

/** A field's problems, or else its help. */
export function FieldNote({ id, problems = [], help }: Told & { readonly id?: string }) {
  const [first] = problems
  if (!first)
    return help ? (
      <p class="field-help" id={id}>
        {help}
      </p>
    ) : null
  return (
    <p class="field-error" id={id} data-severity={first.severity}>
      {first.message} {first.hint}
    </p>
  )
}

type TextProps = Told & {
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  readonly lines?: number
  readonly onText: (text: string) => void
}

/** A labelled text input of one or more lines. */
export function TextInput({ label, value, placeholder, lines = 1, onText, problems, help }: TextProps) {
  const id = useId()
  const shared = {
    id,
    class: 'input',
    value,
    placeholder: placeholder ?? '',
    'aria-invalid': (problems?.length ?? 0) > 0,
    'aria-describedby': `${id}-note`,
  }
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      {lines === 1 ? (
        <input {...shared} onInput={({ currentTarget }) => onText(currentTarget.value)} />
      ) : (
        <textarea {...shared} rows={lines} onInput={({ currentTarget }) => onText(currentTarget.value)} />
      )}
      <FieldNote id={`${id}-note`} {...(problems ? { problems } : {})} {...(help ? { help } : {})} />
    </div>
  )
}

const listOf = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  ),
]

/** Several texts separated by commas. Typed text is normalised on blur. */
export function ListInput({
  label,
  values,
  placeholder,
  onValues,
  help,
}: {
  readonly label: string
  readonly values: readonly string[]
  readonly placeholder?: string
  readonly help?: string
  readonly onValues: (values: string[]) => void
}) {
  const joined = values.join(', ')
  const [text, setText] = useState(joined)
  useEffect(() => {
    if (listOf(text).join(', ') !== joined) setText(joined)
  }, [joined])
  const onText = (typed: string): void => {
    setText(typed)
    onValues(listOf(typed))
  }
  return (
    <TextInput
      label={label}
      value={text}
      onText={onText}
      {...(placeholder ? { placeholder } : {})}
      {...(help ? { help } : {})}
    />
  )
}

export type Option = { readonly value: string; readonly text: string; readonly disabled?: boolean }

/** A choice among a few options. */
export function Choice({
  label,
  value,
  options,
  onValue,
  problems,
  help,
}: Told & {
  readonly label: string
  readonly value: string
  readonly options: readonly Option[]
  readonly onValue: (value: string) => void
}) {
  const id = useId()
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <select
        id={id}
        class="select"
        value={value}
        aria-describedby={`${id}-note`}
        onChange={({ currentTarget }) => onValue(currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.text}
          </option>
        ))}
      </select>
      <FieldNote id={`${id}-note`} {...(problems ? { problems } : {})} {...(help ? { help } : {})} />
    </div>
  )
}

/** A checkbox with an explanation. */
export function Check({
  label,
  help,
  checked,
  onCheck,
}: {
  readonly label: string
  readonly help?: string
  readonly checked: boolean
  readonly onCheck: (checked: boolean) => void
}) {
  return (
    <label class="model-check">
      <input type="checkbox" checked={checked} onChange={({ currentTarget }) => onCheck(currentTarget.checked)} />
      <span>
        {label}
        {help && <span class="field-help">{help}</span>}
      </span>
    </label>
  )
}
