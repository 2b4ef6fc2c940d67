import { Ellipsis, Search, Sigma } from 'lucide'
import { useMemo, useRef, useState } from 'preact/hooks'
import type { Field, FieldGroup } from '#core/explore/fields.ts'
import { fieldGroups, modelToLayOut } from '#core/explore/fields.ts'
import type { ColumnProfile } from '#core/profile/profile.ts'
import { Icon } from '../../ui/icon.tsx'
import { Menu, type MenuItem } from '../../ui/menu.tsx'
import { spreadOf } from '../../ui/spread.ts'
import { typeIcons } from '../../ui/type-icons.ts'
import { ListFilter, Rows3, Columns3 } from 'lucide'
import type { Screen } from './screen.ts'

/** Minimum number of fields for a search input. */
const searchable = 8

const height = 16
const maxBars = 12

/** Bar heights of a column: its distribution, or the frequency of its values. */
function heightsOf(profile: ColumnProfile): readonly number[] {
  const spread = spreadOf(profile).map(({ count }) => count)
  const counts = spread.length > 1 ? spread : profile.top.slice(0, maxBars).map(({ count }) => count)
  return counts.length > 1 && Math.max(...counts) > 1 ? counts : []
}

/** A column's distribution as small bars in one path. */
function Spread({ profile }: { readonly profile: ColumnProfile | undefined }) {
  const path = useMemo(() => {
    const heights = profile ? heightsOf(profile) : []
    const tallest = Math.max(1, ...heights)
    const width = 40 / Math.max(1, heights.length)
    return heights
      .map((count, at) => {
        const tall = count === 0 ? 0 : Math.max(1, (count / tallest) * height)
        return `M${(at * width).toFixed(1)} ${height}v${-tall.toFixed(1)}h${(width * 0.8).toFixed(1)}V${height}z`
      })
      .join('')
  }, [profile])
  return (
    <svg class="field-spread" viewBox={`0 0 40 ${height}`} width={40} height={height} aria-hidden="true">
      <path d={path} />
    </svg>
  )
}

function menuOf(field: Field, screen: Screen): readonly MenuItem[] {
  const values = { text: 'Add to values', icon: Sigma, run: () => screen.add(field, 'values') }
  if (field.kind === 'measure') return [values]
  return [
    { text: 'Add to rows', icon: Rows3, run: () => screen.add(field, 'rows') },
    { text: 'Add to columns', icon: Columns3, run: () => screen.add(field, 'columns') },
    values,
    { text: 'Filter by it', icon: ListFilter, run: () => screen.add(field, 'filters') },
  ]
}

const keys: Readonly<Record<string, 'rows' | 'columns' | 'values' | 'filters'>> = {
  r: 'rows',
  c: 'columns',
  v: 'values',
  f: 'filters',
}

/** The next or previous field, across groups. */
function neighbour(field: HTMLElement, step: number): HTMLElement | null {
  const all = [...(field.closest('.fields')?.querySelectorAll<HTMLElement>('.field-add') ?? [])]
  return all[all.indexOf(field) + step] ?? null
}

type RowProps = {
  readonly field: Field
  readonly screen: Screen
  readonly profile: ColumnProfile | undefined
  /** True for the field in the tab order (roving tabindex). */
  readonly isStop: boolean
  readonly onStop: (field: Field) => void
}

function FieldRow({ field, screen, profile, isStop, onStop }: RowProps) {
  const row = useRef<HTMLLIElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    const own = event.currentTarget as HTMLElement
    const shelf = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key.toLowerCase()]
    if (shelf) screen.add(field, shelf)
    else if (event.key === 'ArrowDown') neighbour(own, 1)?.focus()
    else if (event.key === 'ArrowUp') neighbour(own, -1)?.focus()
    else if (event.key === 'ArrowRight') row.current?.querySelector<HTMLElement>('.menu > button')?.click()
    else return
    event.preventDefault()
  }
  return (
    <li class="field-row" ref={row}>
      <button
        type="button"
        class="field-add"
        tabIndex={isStop ? 0 : -1}
        title={field.label}
        aria-describedby="field-help"
        onFocus={() => onStop(field)}
        onClick={() => screen.add(field)}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => screen.drag.start(event, { label: field.label, field })}
      >
        <Icon icon={field.kind === 'column' ? typeIcons[field.column.type] : Sigma} size={14} />
        <span class="clip grow">{field.label}</span>
        {field.kind === 'column' && <Spread profile={profile} />}
      </button>
      <Menu label={`Where to put ${field.label}`} icon={Ellipsis} items={menuOf(field, screen)} tabIndex={-1} />
    </li>
  )
}

const matching = (groups: readonly FieldGroup[], words: string): readonly FieldGroup[] => {
  const wanted = words.trim().toLowerCase()
  const fits = (field: Field): boolean =>
    field.label.toLowerCase().includes(wanted) ||
    (field.kind === 'column' &&
      [field.column.name, ...field.column.synonyms].some((each) => each.toLowerCase().includes(wanted)))
  return groups
    .map(({ title, fields }) => ({ title, fields: fields.filter(fits) }))
    .filter(({ fields }) => fields.length > 0)
}

function FieldSearch({
  words,
  onWords,
  onEnter,
  onDown,
}: {
  readonly words: string
  readonly onWords: (words: string) => void
  readonly onEnter: () => void
  readonly onDown: () => void
}) {
  return (
    <label class="fields-search">
      <Icon icon={Search} size={15} />
      <input
        class="input"
        data-size="small"
        type="search"
        placeholder="Find a field"
        aria-label="Find a field"
        value={words}
        onInput={({ currentTarget }) => onWords(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onEnter()
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          onDown()
        }}
      />
    </label>
  )
}

/** The fields of a dataset by kind: search, drag, or add by key. */
export function FieldsPanel({ screen }: { readonly screen: Screen }) {
  const list = useRef<HTMLDivElement>(null)
  const [words, setWords] = useState('')
  const [stop, setStop] = useState<string | null>(null)
  const over = screen.explore.asked.value.groups
  const groups = useMemo(() => fieldGroups(modelToLayOut({ groups: over }, screen.model)), [screen, over])
  const found = matching(groups, words)
  const [first] = found.flatMap(({ fields }) => fields)
  const stopId = found.some(({ fields }) => fields.some(({ id }) => id === stop)) ? stop : (first?.id ?? null)
  const profile = screen.profile.value
  const profiles = useMemo(() => new Map(profile?.columns.map((column) => [column.name, column])), [profile])
  const all = groups.reduce((sum, { fields }) => sum + fields.length, 0)
  return (
    <div class="fields" ref={list} data-shelf="away">
      {all > searchable && (
        <FieldSearch
          words={words}
          onWords={setWords}
          onEnter={() => first && words.trim() !== '' && screen.add(first)}
          onDown={() => list.current?.querySelector<HTMLElement>('.field-add')?.focus()}
        />
      )}
      <p id="field-help" class="visually-hidden">
        Enter adds it. R, C, V or F adds it to rows, columns, values or filters. The right arrow opens its menu.
      </p>
      <div class="fields-list">
        {found.map(({ title, fields }) => (
          <section key={title}>
            <h3 class="fields-title">{title}</h3>
            <ul>
              {fields.map((field) => (
                <FieldRow
                  key={field.id}
                  field={field}
                  screen={screen}
                  profile={field.kind === 'column' ? profiles.get(field.column.name) : undefined}
                  isStop={field.id === stopId}
                  onStop={({ id }) => setStop(id)}
                />
              ))}
            </ul>
          </section>
        ))}
        {found.length === 0 && <p class="small muted fields-none">No field is called so.</p>}
      </div>
    </div>
  )
}
