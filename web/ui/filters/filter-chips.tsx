import { ListFilter, X } from 'lucide'
import { useState } from 'preact/hooks'
import { columnsOfFilter } from '#core/query/columns-of-query.ts'
import type { Filter } from '#core/query/filter.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import { Button } from '../button.tsx'
import { Icon } from '../icon.tsx'
import { describeFilter } from './describe-filter.ts'
import { FilterDialog } from './filter-dialog.tsx'
import './filters.css'

type Props = {
  readonly model: SemanticModel | null
  readonly filters: readonly Filter[]
  /** Title of the dialog for a new filter: `Filter all tiles`. */
  readonly title: string
  readonly onFilters: (filters: readonly Filter[]) => void
}

/** The active filters as editable chips; one filter per column. */
export function FilterChips({ model, filters, title, onFilters }: Props) {
  const [open, setOpen] = useState<'closed' | 'new' | Filter>('closed')
  const choose = (filter: Filter): void => {
    const [column] = columnsOfFilter(filter)
    const rest = filters.filter((each) => each !== open && columnsOfFilter(each)[0] !== column)
    onFilters([...rest, filter])
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
              onClick={() => onFilters(filters.filter((each) => each !== filter))}
            >
              <Icon icon={X} size={14} />
            </button>
          </span>
        )
      })}
      {filters.length > 1 && (
        <Button kind="quiet" size="small" onClick={() => onFilters([])}>
          Clear all
        </Button>
      )}
      {open !== 'closed' && model && (
        <FilterDialog
          model={model}
          title={title}
          filter={open === 'new' ? null : open}
          onChoose={choose}
          onClose={() => setOpen('closed')}
        />
      )}
    </div>
  )
}
