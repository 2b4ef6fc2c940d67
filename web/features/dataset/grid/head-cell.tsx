import { ArrowDown, ArrowDownAZ, ArrowUp, ArrowUpAZ, ChevronDown, EyeOff, Info, ListFilter, Pin, PinOff } from 'lucide'
import { useLocation } from 'preact-iso'
import { Icon } from '../../../ui/icon.tsx'
import { Menu, type MenuItem } from '../../../ui/menu.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { createLinks } from '../links.ts'
import { typeIcons } from '../../../ui/type-icons.ts'
import { typeWords } from '../profile-words.ts'
import { type GridColumn, placedAt, toggleHidden, togglePinned } from './arrangement.ts'
import type { Grid } from './model.ts'
import { Strip } from './strip.tsx'

type Props = {
  readonly grid: Grid
  readonly column: GridColumn
  /** Index among all columns, from 1, and the element id for keyboard focus. */
  readonly number: number
  readonly id: string
  readonly rows: number
  readonly isCurrent: boolean
  /** Left edge if pinned. */
  readonly pinnedAt: number | null
  readonly onFilterColumn: (name: string) => void
}

function itemsOf({ grid, column, pinnedAt, onFilterColumn }: Props, onAbout: () => void): readonly MenuItem[] {
  const { name } = column
  const sort = (direction: 'ascending' | 'descending') => (): void => void (grid.sort.value = [{ by: name, direction }])
  return [
    { text: 'Smallest first', icon: ArrowUpAZ, run: sort('ascending') },
    { text: 'Largest first', icon: ArrowDownAZ, run: sort('descending') },
    { text: 'About this column', icon: Info, run: onAbout },
    { text: 'Filter …', icon: ListFilter, run: () => onFilterColumn(name) },
    {
      text: pinnedAt === null ? 'Keep in sight' : 'Let it scroll',
      icon: pinnedAt === null ? Pin : PinOff,
      run: () => void (grid.arrangement.value = togglePinned(grid.arrangement.value, name)),
    },
    {
      text: 'Hide',
      icon: EyeOff,
      run: () => void (grid.arrangement.value = toggleHidden(grid.arrangement.value, name)),
    },
  ]
}

const sortWords = { ascending: 'smallest first', descending: 'largest first' } as const

/** A column's header: name, menu and summary. */
export function HeadCell(props: Props) {
  const { grid, column, number, id, rows, isCurrent, pinnedAt } = props
  const { name, model, profile, width } = column
  const { path, route } = useLocation()
  const sorted = grid.sort.value.find(({ by }) => by === name)?.direction ?? null
  return (
    <div
      class="grid-head-cell"
      role="columnheader"
      id={id}
      aria-colindex={number}
      aria-sort={sorted ?? 'none'}
      data-current={isCurrent ? '' : undefined}
      data-pinned={pinnedAt === null ? undefined : ''}
      style={placedAt(width, pinnedAt)}
    >
      <div class="grid-head-line">
        <span class="column-type" title={typeWords[model.type]}>
          <Icon icon={typeIcons[model.type]} size={14} label={typeWords[model.type]} />
        </span>
        <button
          type="button"
          class="grid-head-name clip"
          tabIndex={-1}
          title={sorted ? `${name}: ${sortWords[sorted]}` : `Sort by ${name}`}
          onClick={() => grid.sortBy(name)}
        >
          {model.label}
        </button>
        {sorted && <Icon icon={sorted === 'ascending' ? ArrowUp : ArrowDown} size={14} label={sortWords[sorted]} />}
        <Menu
          label={`What to do with ${model.label}`}
          icon={ChevronDown}
          items={itemsOf(props, () => route(createLinks(path).column(name)))}
          tabIndex={-1}
        />
      </div>
      {profile ? <Strip profile={profile} rows={rows} onFilter={grid.filterBy} /> : <Skeleton height={24} />}
    </div>
  )
}
