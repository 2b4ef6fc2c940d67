import { useState } from 'preact/hooks'
import { clusterMethods, type Merge } from '#core/clean/learning/clusters.ts'
import type { RecipeStep } from '#core/clean/recipe.ts'
import { steps } from '#core/clean/registry.ts'
import type { CleanField } from '#core/clean/rows.ts'
import type { Input, SomeStep } from '#core/clean/step.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { StepInput } from './step-inputs.tsx'

type Props = {
  readonly step: RecipeStep
  readonly fields: readonly CleanField[]
  readonly found: readonly Merge[]
  readonly onSettings: (settings: RecipeStep['settings']) => void
  readonly onClose: () => void
}

const isAsked = ({ when }: Input, settings: RecipeStep['settings']): boolean =>
  when === undefined || when.is.includes(String(settings[when.key]))

/** Merges belong to one column and method; a change of either discards them. */
function changed(settings: RecipeStep['settings'], key: string, value: unknown): RecipeStep['settings'] {
  const isOther = 'merges' in settings && (key === 'column' || clusterMethods.some((method) => method === value))
  return { ...settings, [key]: value, ...(isOther ? { merges: null } : {}) }
}

/** Edits a step's settings; its registry entry defines the fields. */
export function StepDialog({ step, fields, found, onSettings, onClose }: Props) {
  const kind: SomeStep = steps[step.step]
  const [settings, setSettings] = useState<RecipeStep['settings']>({ ...kind.begin(fields), ...step.settings })
  const [wrong, setWrong] = useState<string | null>(null)
  const isSame = settings['column'] === step.settings['column'] && settings['method'] === step.settings['method']
  return (
    <Dialog title={kind.title} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          const planned = kind.plan(settings, fields)
          if (!planned.ok) return setWrong(planned.error.message)
          onSettings(settings)
          onClose()
        }}
      >
        <p class="small muted">{kind.useWhen}</p>
        {kind.inputs
          .filter((input) => isAsked(input, settings))
          .map((input) => (
            <StepInput
              key={input.key}
              input={input}
              value={settings[input.key]}
              fields={fields}
              found={isSame ? found : []}
              onValue={(value) => setSettings(changed(settings, input.key, value))}
            />
          ))}
        {kind.inputs.length === 0 && <p>There is nothing to set.</p>}
        {wrong !== null && (
          <p class="field-error" role="alert">
            {wrong}
          </p>
        )}
        <div class="dialog-actions">
          <Button type="submit" kind="primary">
            Use these settings
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
