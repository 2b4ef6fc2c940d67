import type { CleanField } from '#core/clean/rows.ts'
import type { Input } from '#core/clean/step.ts'
import { useId } from 'preact/hooks'
import { Field } from '../../ui/field.tsx'
import type { InputProps } from './input-props.ts'
import { MergesInput } from './merges-input.tsx'

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

const listOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

function fitting(input: Input, fields: readonly CleanField[]): readonly CleanField[] {
  const types = 'types' in input ? input.types : undefined
  return types === undefined ? fields : fields.filter(({ type }) => types.includes(type))
}

function Select({
  label,
  value,
  options,
  help,
  onValue,
}: {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly text: string }[]
  readonly help: string | undefined
  readonly onValue: (value: string) => void
}) {
  return (
    <label class="field">
      <span class="field-label">{label}</span>
      <select class="select" value={value} onChange={({ currentTarget }) => onValue(currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      {help && <span class="field-help">{help}</span>}
    </label>
  )
}

/** Selects columns in order. */
function Columns({ input, value, fields, onValue }: InputProps) {
  const chosen = listOf(value)
  return (
    <fieldset class="field clean-fieldset">
      <legend class="field-label">{input.label}</legend>
      <div class="clean-column-list">
        {fitting(input, fields).map(({ name }) => (
          <label key={name} class="clean-check">
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              onChange={({ currentTarget }) =>
                onValue(currentTarget.checked ? [...chosen, name] : chosen.filter((one) => one !== name))
              }
            />
            <span>{name}</span>
            {chosen.length > 1 && chosen.includes(name) && <span class="muted small">{chosen.indexOf(name) + 1}</span>}
          </label>
        ))}
      </div>
      {input.help && <span class="field-help">{input.help}</span>}
    </fieldset>
  )
}

function Switch({ input, value, onValue }: InputProps) {
  const id = useId()
  return (
    <div class="clean-check">
      <input
        id={id}
        type="checkbox"
        checked={value === true}
        onChange={({ currentTarget }) => onValue(currentTarget.checked)}
      />
      <label for={id}>{input.label}</label>
    </div>
  )
}

/** The input for one setting, by kind. */
export function StepInput(props: InputProps) {
  const { input, value, fields, onValue } = props
  switch (input.kind) {
    case 'column':
      return (
        <Select
          label={input.label}
          value={textOf(value)}
          options={fitting(input, fields).map(({ name }) => ({ value: name, text: name }))}
          help={input.help}
          onValue={onValue}
        />
      )
    case 'columns':
      return <Columns {...props} />
    case 'choice':
      return (
        <Select label={input.label} value={textOf(value)} options={input.choices} help={input.help} onValue={onValue} />
      )
    case 'switch':
      return <Switch {...props} />
    case 'merges':
      return <MergesInput {...props} />
    case 'number':
      return (
        <Field
          label={input.label}
          type="number"
          step="any"
          value={textOf(value)}
          onText={(text) => onValue(text === '' ? '' : Number(text))}
          {...(input.help ? { help: input.help } : {})}
        />
      )
    case 'text':
      return (
        <Field
          label={input.label}
          value={textOf(value)}
          onText={onValue}
          {...(input.help ? { help: input.help } : {})}
        />
      )
  }
}
