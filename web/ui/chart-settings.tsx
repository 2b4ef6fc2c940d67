import { useId } from 'preact/hooks'
import type { Settings } from '#core/charts/chart-spec.ts'
import type { ChartType } from '#core/charts/chart.ts'
import { settingFields, type SettingField } from '#core/charts/settings/fields.ts'
import { Button } from './button.tsx'
import './chart-settings.css'

type Value = Settings[string]
type Props = {
  readonly type: ChartType
  readonly settings: Settings
  /** Gets the settings that differ from what is usual, and what was changed, in words. */
  readonly onChange: (settings: Settings, said: string) => void
}
type Of<Kind extends SettingField['kind']> = {
  readonly field: Extract<SettingField, { kind: Kind }>
  readonly id: string
  readonly value: Value
  readonly onValue: (value: Value, said: string) => void
}

function ChoiceInput({ field, id, value, onValue }: Of<'choice'>) {
  const textOf = (chosen: string): string => field.options.find((option) => option.id === chosen)?.text ?? chosen
  return (
    <select
      id={id}
      class="select"
      value={String(value)}
      onChange={({ currentTarget: { value: chosen } }) => onValue(chosen, textOf(chosen))}
    >
      {field.options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.text}
        </option>
      ))}
    </select>
  )
}

const SwitchInput = ({ id, value, onValue }: Of<'switch'>) => (
  <input
    id={id}
    type="checkbox"
    checked={value === true}
    onChange={({ currentTarget: { checked } }) => onValue(checked, checked ? 'on' : 'off')}
  />
)

/** Takes effect when it is left or entered, so that half a number is none. */
const NumberInput = ({ field, id, value, onValue }: Of<'number'>) => (
  <input
    id={id}
    class="input"
    type="number"
    step="any"
    placeholder={field.usual === null ? 'By itself' : undefined}
    {...(field.min === null ? {} : { min: field.min })}
    {...(field.max === null ? {} : { max: field.max })}
    value={typeof value === 'number' ? value : ''}
    onChange={({ currentTarget: { valueAsNumber, validity } }) => {
      if (!validity.valid) return
      const isEmpty = Number.isNaN(valueAsNumber)
      onValue(isEmpty ? field.usual : valueAsNumber, isEmpty ? 'by itself' : String(valueAsNumber))
    }}
  />
)

function Input(props: Of<SettingField['kind']>) {
  const { field } = props
  if (field.kind === 'choice') return <ChoiceInput {...props} field={field} />
  return field.kind === 'switch' ? <SwitchInput {...props} field={field} /> : <NumberInput {...props} field={field} />
}

/** The settings of a chart type, as its schema describes them; each takes effect at once. */
export function ChartSettings({ type, settings, onChange }: Props) {
  const form = useId()
  const fields = settingFields(type)
  const set = ({ key, title, usual }: SettingField, value: Value, said: string): void => {
    const { [key]: _, ...others } = settings
    onChange(value === usual ? others : { ...others, [key]: value }, `${title}: ${said}.`)
  }
  if (fields.length === 0) return <p class="small muted">This chart has no settings.</p>
  return (
    <div class="chart-settings" role="group" aria-label={`Settings: ${type.title}`}>
      {fields.map((field) => {
        const id = `${form}-${field.key}`
        return (
          <div key={field.key} class="chart-setting" data-kind={field.kind}>
            <label class="field-label" for={id}>
              {field.title}
            </label>
            <Input
              field={field}
              id={id}
              value={settings[field.key] ?? field.usual}
              onValue={(value, said) => set(field, value, said)}
            />
          </div>
        )
      })}
      <Button
        size="small"
        disabled={Object.keys(settings).length === 0}
        onClick={() => onChange({}, 'All settings as usual.')}
      >
        As usual
      </Button>
    </div>
  )
}
