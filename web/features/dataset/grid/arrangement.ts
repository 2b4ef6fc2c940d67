import type { ColumnProfile } from '#core/profile/profile.ts'
import type { SemanticColumn } from '#core/semantic/semantic-model.ts'

/** The user's column layout, by name. */
export type Arrangement = {
  /** Every column in display order. */
  readonly order: readonly string[]
  readonly pinned: ReadonlySet<string>
  readonly hidden: ReadonlySet<string>
}

/** One column of a grid. */
export type GridColumn = {
  readonly name: string
  readonly model: SemanticColumn
  /** Null until the profile has loaded. */
  readonly profile: ColumnProfile | null
  /** In pixels. */
  readonly width: number
}

/** A column and its left edge. */
export type Placed = { readonly column: GridColumn; readonly left: number }

export type Layout = {
  readonly pinned: readonly Placed[]
  readonly free: readonly Placed[]
  readonly pinnedWidth: number
  /** Total width. */
  readonly width: number
}

export const arrange = (names: readonly string[]): Arrangement => ({
  order: names,
  pinned: new Set(),
  hidden: new Set(),
})

function toggled(set: ReadonlySet<string>, name: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(name)) next.add(name)
  return next
}

export const togglePinned = (arrangement: Arrangement, name: string): Arrangement => ({
  ...arrangement,
  pinned: toggled(arrangement.pinned, name),
})

/** Toggles a column's visibility; the last visible one stays. */
export function toggleHidden(arrangement: Arrangement, name: string): Arrangement {
  const hidden = toggled(arrangement.hidden, name)
  return hidden.size === arrangement.order.length ? arrangement : { ...arrangement, hidden }
}

/** Moves a column by a number of places among visible columns. */
export function moveColumn(arrangement: Arrangement, name: string, by: number): Arrangement {
  const seen = arrangement.order.filter((each) => each === name || !arrangement.hidden.has(each))
  const target = seen[seen.indexOf(name) + by]
  if (target === undefined) return arrangement
  const rest = arrangement.order.filter((each) => each !== name)
  const at = rest.indexOf(target) + (by > 0 ? 1 : 0)
  return { ...arrangement, order: [...rest.slice(0, at), name, ...rest.slice(at)] }
}

const [narrowest, widest, letter, padding] = [116, 300, 7.3, 34]
const typical: Record<SemanticColumn['type'], number> = {
  boolean: 11,
  integer: 12,
  decimal: 13,
  date: 14,
  timestamp: 21,
  duration: 13,
  text: 18,
}

/** Width for the name and most values. */
export function widthOf(model: SemanticColumn, profile: ColumnProfile | null): number {
  const head = model.label.length * letter + padding + 44
  const most = Math.max(0, ...(profile?.top ?? []).slice(0, 8).map(({ value }) => value.length))
  const values = (model.type === 'text' ? Math.max(most, 6) : typical[model.type]) * letter + padding
  return Math.round(Math.max(narrowest, Math.min(widest, Math.max(values, Math.min(head, 220)))))
}

function place(columns: readonly GridColumn[], from: number): Placed[] {
  let left = from
  return columns.map((column) => {
    const placed = { column, left }
    left += column.width
    return placed
  })
}

const endOf = (placed: readonly Placed[], from: number): number => {
  const last = placed.at(-1)
  return last ? last.left + last.column.width : from
}

/** Positions of the visible columns: pinned ones first, after the row numbers. */
export function layOut(columns: readonly GridColumn[], { order, pinned, hidden }: Arrangement, margin: number): Layout {
  const seen = order.flatMap((name) => columns.filter((column) => column.name === name && !hidden.has(name)))
  const fixed = place(
    seen.filter(({ name }) => pinned.has(name)),
    margin,
  )
  const pinnedWidth = endOf(fixed, margin)
  const free = place(
    seen.filter(({ name }) => !pinned.has(name)),
    pinnedWidth,
  )
  return { pinned: fixed, free, pinnedWidth, width: endOf(free, pinnedWidth) }
}

/** Scrollable columns in the window at a scroll offset. */
export function columnsInWindow({ free, pinnedWidth }: Layout, scrollLeft: number, width: number): readonly Placed[] {
  const [from, to] = [scrollLeft + pinnedWidth, scrollLeft + width]
  return free.filter(({ column, left }) => left + column.width > from && left < to)
}

/** Width of a cell and, if pinned, its left edge. */
export const placedAt = (width: number, pinnedAt: number | null): Record<string, string> =>
  pinnedAt === null ? { width: `${width}px` } : { width: `${width}px`, left: `${pinnedAt}px` }
