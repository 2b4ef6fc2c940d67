import { Columns3, Search, SearchX } from 'lucide'
import { useLocation } from 'preact-iso'
import { useEffect, useState } from 'preact/hooks'
import type { Profile } from '#core/profile/profile.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { count } from '../../../ui/figures.ts'
import { FilterChips } from '../../../ui/filters/filter-chips.tsx'
import { FilterDialog } from '../../../ui/filters/filter-dialog.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { readAsked } from './asked.ts'
import { ColumnsDialog } from './columns-dialog.tsx'
import type { Grid } from './model.ts'
import { RowDialog } from './row-dialog.tsx'
import { GridTable } from './table.tsx'
import './grid.css'

const typingPause = 220

/** Searches rows while typing, debounced. */
function SearchBox({ grid }: { readonly grid: Grid }) {
  const [text, setText] = useState(grid.words.peek())
  useEffect(() => {
    const waiting = setTimeout(() => (grid.words.value = text), typingPause)
    return () => clearTimeout(waiting)
  }, [text])
  return (
    <label class="grid-search">
      <Icon icon={Search} size={15} />
      <input
        class="input"
        type="search"
        placeholder="Find in all columns"
        aria-label="Find in all columns"
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
    </label>
  )
}

function Found({ grid }: { readonly grid: Grid }) {
  const { rows } = grid.model
  const shown = grid.seen.value?.rows
  const text =
    shown === undefined
      ? `${count(rows)} rows`
      : shown === rows
        ? `All ${count(rows)} rows`
        : `${count(shown)} of ${count(rows)} rows`
  return (
    <p class="grid-found small muted numeric" role="status">
      {grid.isOpening.value && grid.seen.value ? 'Looking …' : text}
    </p>
  )
}

/** Applies the URL's request in place of the current search; finds a row by its number in file order. */
function useAsked(grid: Grid, onRow: (row: number) => void): void {
  const { query } = useLocation()
  const { row, filters } = readAsked(query)
  useEffect(() => {
    if (row === null && filters === null) return
    grid.words.value = ''
    grid.sort.value = []
    grid.filters.value = filters ?? []
    if (row === null) return
    grid.cursor.value = { row, column: 0 }
    onRow(row)
  }, [grid, query['row'], query['filter']])
}

function Rows({ grid, profile }: { readonly grid: Grid; readonly profile: Profile | null }) {
  const [opened, setOpened] = useState<number | null>(null)
  useAsked(grid, setOpened)
  const [filtering, setFiltering] = useState<string | null>(null)
  const seen = grid.seen.value
  const clear = (): void => {
    grid.filters.value = []
    grid.words.value = ''
  }
  return (
    <>
      {grid.problem.value && (
        <FailureNotice problem={grid.problem.value}>
          <Button size="small" onClick={() => void grid.retry()}>
            Try again
          </Button>
        </FailureNotice>
      )}
      {seen?.rows === 0 ? (
        <div class="card">
          <EmptyState
            icon={SearchX}
            title="No row is like that"
            text="Nothing passes all filters and what you search for."
          >
            <Button kind="primary" onClick={clear}>
              Show all rows
            </Button>
          </EmptyState>
        </div>
      ) : (
        <GridTable grid={grid} profile={profile} onOpen={setOpened} onFilterColumn={setFiltering} />
      )}
      {opened !== null && seen && opened < seen.rows && (
        <RowDialog grid={grid} seen={seen} row={opened} onRow={setOpened} onClose={() => setOpened(null)} />
      )}
      {filtering !== null && (
        <FilterDialog
          model={grid.model}
          title="Filter the rows"
          column={filtering}
          filter={null}
          onChoose={(filter) => {
            grid.filterBy(filter)
            setFiltering(null)
          }}
          onClose={() => setFiltering(null)}
        />
      )}
    </>
  )
}

/** The grid of a dataset: scroll, search, filter, sort, with a summary per column. */
export function GridView({ grid, profile }: { readonly grid: Grid | null; readonly profile: Profile | null }) {
  const [arranging, setArranging] = useState(false)
  if (!grid) return <Skeleton height={640} />
  return (
    <section class="grid-screen" aria-label="All rows">
      <div class="grid-tools">
        <SearchBox key={grid.words.value === '' ? 'empty' : 'full'} grid={grid} />
        <FilterChips
          model={grid.model}
          filters={grid.filters.value}
          title="Filter the rows"
          onFilters={(filters) => (grid.filters.value = filters)}
        />
        <Found grid={grid} />
        <Button size="small" icon={Columns3} onClick={() => setArranging(true)}>
          Columns
        </Button>
      </div>
      <Rows grid={grid} profile={profile} />
      {arranging && <ColumnsDialog grid={grid} onClose={() => setArranging(false)} />}
    </section>
  )
}
