import { computed, signal } from '@preact/signals'
import type { RowChoice } from '#core/engine/rows/row-view.ts'
import { searchFilter } from '#core/engine/rows/search-filter.ts'
import { columnsOfFilter } from '#core/query/columns-of-query.ts'
import type { Filter } from '#core/query/filter.ts'
import type { Sort } from '#core/query/query.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { RowViews } from '../../../engine/row-views.ts'
import { type Arrangement, arrange } from './arrangement.ts'
import { followRows } from './seen-rows.ts'

/** A cell: row from 0, or −1 for headers; column index among visible ones. */
export type Cursor = { readonly row: number; readonly column: number }

/** State of a dataset's grid: search, layout and rows. */
export function createGrid(views: RowViews, model: SemanticModel) {
  const filters = signal<readonly Filter[]>([])
  const words = signal('')
  const sort = signal<readonly Sort[]>([])
  const arrangement = signal<Arrangement>(arrange(model.columns.map(({ name }) => name)))
  const cursor = signal<Cursor>({ row: 0, column: 0 })
  const choice = computed((): RowChoice => {
    const found = searchFilter(model.columns, words.value)
    const all = found === null ? filters.value : [...filters.value, found]
    return { filters: all, sort: sort.value, calendar: model.calendar }
  })
  const rows = followRows(views, choice, (count) => {
    cursor.value = { ...cursor.peek(), row: Math.min(cursor.peek().row, Math.max(0, count - 1)) }
  })
  return {
    ...rows,
    model,
    filters,
    words,
    sort,
    arrangement,
    cursor,
    /** Filters a column, replacing its previous filter. */
    filterBy(filter: Filter): void {
      const [column] = columnsOfFilter(filter)
      filters.value = [...filters.peek().filter((each) => columnsOfFilter(each)[0] !== column), filter]
    },
    /** Sorts by a column; again reverses, a third time removes the sort. */
    sortBy(name: string): void {
      const [now] = sort.peek()
      const next = now?.by !== name ? 'ascending' : now.direction === 'ascending' ? 'descending' : null
      sort.value = next === null ? [] : [{ by: name, direction: next }]
    },
  }
}
export type Grid = ReturnType<typeof createGrid>
