import type { Filter } from '#core/query/filter.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import { describeFilter } from '../../ui/filters/describe-filter.ts'

type Props = { readonly filters: readonly Filter[]; readonly models: ReadonlyMap<string, SemanticModel> }

/** Shows a dashboard's filters read-only. */
export function FilterNote({ filters, models }: Props) {
  const [model = null] = models.values()
  if (filters.length === 0) return null
  return (
    <div class="board-bar" role="group" aria-label="Filters">
      <span class="small muted">Only rows where</span>
      {filters.map((filter) => (
        <span key={JSON.stringify(filter)} class="chip" data-tone="accent">
          {describeFilter(filter, model)}
        </span>
      ))}
    </div>
  )
}
