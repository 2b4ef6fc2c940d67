import { ListFilter, X } from 'lucide'
import { useState } from 'preact/hooks'
import { columnsOfFilter } from '#core/query/columns-of-query.ts'
import type { Filter } from '#core/query/query.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { Board } from './board.ts'
import { describeFilter } from './describe-filter.ts'
import { FilterDialog } from './filter-dialog.tsx'

/** What every tile is narrowed to, and the way to narrow it. */
export function FilterBar({ board }: { readonly board: Board }) {
  const [open, setOpen] = useState<'closed' | 'new' | Filter>('closed')
  const { filters } = board.dashboard.document.value
  const [model = null] = board.models.values()
  const set = (next: readonly Filter[]): void =>
    void board.dashboard.edit({ type: 'set-filters', payload: { filters: [...next] } })
  const choose = (filter: Filter): void => {
    const [column] = columnsOfFilter(filter)
    const rest = filters.filter((each) => each !== open && columnsOfFilter(each)[0] !== column)
    set([...rest, filter])
    setOpen('closed')
  }
  return (
    <div class="filters" role="group" aria-label="Filters">
      <Button size="small" icon={ListFilter} onClick={() => setOpen('new')} disabled={!model}>
        Filter
      </Button>
      {filters.map((filter) => {
        const text = describeFilter(filter, model)
        return (
          <span class="filter-chip" key={JSON.stringify(filter)}>
            <button type="button" class="filter-text clip" onClick={() => setOpen(filter)}>
              {text}
            </button>
            <button
              type="button"
              aria-label={`Remove the filter ${text}`}
              onClick={() => set(filters.filter((each) => each !== filter))}
            >
              <Icon icon={X} size={14} />
            </button>
          </span>
        )
      })}
      {filters.length > 1 && (
        <Button kind="quiet" size="small" onClick={() => set([])}>
          Clear all
        </Button>
      )}
      {open !== 'closed' && model && (
        <FilterDialog
          model={model}
          filter={open === 'new' ? null : open}
          onChoose={choose}
          onClose={() => setOpen('closed')}
        />
      )}
    </div>
  )
}
