import { columnsOfFilter } from '#core/query/columns-of-query.ts'
import type { Filter } from '#core/query/filter.ts'
import type { Screen } from './screen.ts'

type Ends = { readonly least: number | null; readonly most: number | null }

function endsIn(filters: readonly Filter[], name: string): Ends {
  const own = filters.filter((filter) => columnsOfFilter(filter)[0] === name)
  const valueOf = (op: 'greaterOrEqual' | 'lessOrEqual'): number | null => {
    const found = own.find((filter) => filter.op === op)
    return found && 'value' in found ? Number(found.value) : null
  }
  return { least: valueOf('greaterOrEqual'), most: valueOf('lessOrEqual') }
}

function filtersOf(column: string, { least, most }: Ends): readonly Filter[] {
  return [
    ...(least === null ? [] : [{ op: 'greaterOrEqual' as const, column, value: least }]),
    ...(most === null ? [] : [{ op: 'lessOrEqual' as const, column, value: most }]),
  ]
}

/** Filters groups by a range of a measure. */
export function GroupLimits({ screen, name }: { readonly screen: Screen; readonly name: string }) {
  const { explore } = screen
  const asked = explore.asked.value
  const ends = endsIn(asked.having, name)
  const set = (next: Ends): void => {
    const others = asked.having.filter((filter) => columnsOfFilter(filter)[0] !== name)
    explore.change({ ...asked, having: [...others, ...filtersOf(name, next)] }, 'Groups limited.')
  }
  const input = (label: string, value: number | null, take: (value: number | null) => void) => (
    <input
      class="input"
      data-size="small"
      type="number"
      step="any"
      aria-label={label}
      placeholder={label.split(' ')[0] ?? ''}
      defaultValue={value === null ? '' : String(value)}
      onChange={({ currentTarget }) => take(currentTarget.value === '' ? null : Number(currentTarget.value))}
    />
  )
  if (asked.rows.length + asked.columns.length === 0) return null
  return (
    <div class="setting">
      <span class="field-label">Only groups from … to</span>
      <div class="row">
        {input('From at least', ends.least, (least) => set({ ...ends, least }))}
        {input('To at most', ends.most, (most) => set({ ...ends, most }))}
      </div>
    </div>
  )
}
