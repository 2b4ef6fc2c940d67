import { FilterChips } from '../../ui/filters/filter-chips.tsx'
import type { Board } from './board.ts'

/** The dashboard's filters. */
export function FilterBar({ board }: { readonly board: Board }) {
  const [model = null] = board.models.values()
  return (
    <FilterChips
      model={model}
      filters={board.dashboard.document.value.filters}
      title="Filter all tiles"
      onFilters={(filters) => void board.dashboard.edit({ type: 'set-filters', payload: { filters: [...filters] } })}
    />
  )
}
