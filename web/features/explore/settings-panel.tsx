import type { ChartSpec } from '#core/charts/chart-spec.ts'
import { chartTypeOf } from '#core/charts/registry.ts'
import { ChartSettings } from '../../ui/chart-settings.tsx'
import type { Screen } from './screen.ts'

/** The settings of the chart, beside it; what is changed is drawn at once and can be undone. */
export function SettingsPanel({ screen, spec }: { readonly screen: Screen; readonly spec: ChartSpec }) {
  const { explore } = screen
  const type = chartTypeOf(spec.type)
  if (type === null) return null
  return (
    <aside class="explore-settings" aria-label="Chart settings">
      <h3 class="small">{type.title}</h3>
      <ChartSettings
        type={type}
        settings={spec.settings}
        onChange={(settings, said) => explore.change({ ...explore.asked.value, settings: { ...settings } }, said)}
      />
    </aside>
  )
}
