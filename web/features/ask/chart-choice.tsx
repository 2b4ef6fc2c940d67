import type { ChartData, ChartSpec } from '#core/charts/chart.ts'
import { alternativesTo, reasonFor, type Choosing } from '#core/charts/recommend.ts'
import { chartTypes } from '#core/charts/registry.ts'
import { iconOf } from '../../ui/chart-icon.ts'
import { Icon } from '../../ui/icon.tsx'

const mostOffered = 3

type Props = {
  readonly chart: ChartSpec
  readonly data: ChartData
  readonly choosing: Choosing
  readonly onChoose: (chart: ChartSpec) => void
}

/** Why the result is shown as it is, and the charts that would show it next best, one click away. */
export function ChartChoice({ chart, data, choosing, onChoose }: Props) {
  const offered = alternativesTo(chart, data, choosing).slice(0, mostOffered)
  return (
    <div class="chart-choice">
      <p class="small muted">{reasonFor(chart, data, choosing)}</p>
      {offered.length > 0 && (
        <ul class="row wrap" aria-label="Other charts for this result">
          {offered.map(({ type, spec, reason }) => (
            <li key={type}>
              <button type="button" class="chip" title={reason} onClick={() => onChoose(spec)}>
                <Icon icon={iconOf(chartTypes[type])} size={14} />
                {chartTypes[type].title}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
