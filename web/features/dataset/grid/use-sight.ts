import type { RefObject } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import type { Profile } from '#core/profile/profile.ts'
import { columnsInWindow, type GridColumn, layOut, type Layout, type Placed, widthOf } from './arrangement.ts'
import type { Grid } from './model.ts'
import type { SeenRows } from './seen-rows.ts'
import { type Position, rowsInWindow, type Track } from './track.ts'
import { useWindow } from './use-window.ts'

/** Pixels; equal to the style sheet. */
export const rowHeight = 32
const headHeight = 90
/** Minimum window width for pinned columns, in pixels. */
const narrow = 560
/** Rows drawn beyond the window, so that fast scrolling shows no gap. */
const spare = 8

/** The visible part of the grid, and functions to scroll. */
export type Sight = {
  readonly seen: SeenRows | null
  readonly rows: number
  /** Drawn rows, from the first (inclusive) to the last (exclusive). */
  readonly from: number
  readonly to: number
  /** Rows per window. */
  readonly page: number
  readonly layout: Layout
  /** All visible columns in order. */
  readonly columns: readonly Placed[]
  /** Drawn scrollable columns, and the offset of the first from the pinned ones. */
  readonly free: readonly Placed[]
  readonly gap: number
  /** Width of the row numbers. */
  readonly margin: number
  readonly track: Track
  readonly position: Position
  readonly placeOf: (name: string) => number
  readonly showRow: (row: number) => void
  readonly showColumn: (place: number) => void
}

function columnsOf({ model }: Grid, profile: Profile | null): readonly GridColumn[] {
  return model.columns.map((column) => {
    const measured = profile?.columns.find(({ name }) => name === column.name) ?? null
    return { name: column.name, model: column, profile: measured, width: widthOf(column, measured) }
  })
}

/** Width that row numbers need. */
const marginFor = (rows: number): number => 26 + Math.max(3, rows.toLocaleString('en').length) * 7

/** Requests visible cells. */
function useCells(grid: Grid, { seen, from, to, layout, free }: Omit<Sight, 'showRow' | 'showColumn'>): void {
  const names = [...layout.pinned, ...free].map(({ column }) => column.name)
  const hasFailed = grid.problem.value !== null
  // Reading it subscribes to arriving cells.
  void grid.arrivals.value
  useEffect(() => {
    if (seen && !hasFailed && names.length > 0) seen.blocks.want(from, to, names)
  }, [seen, hasFailed, from, to, names.join('\n')])
}

function showColumn(element: HTMLElement | null, { pinned, free, pinnedWidth }: Layout, place: number): void {
  const target = free[place - pinned.length]
  if (!target || !element) return
  const [start, end] = [target.left - pinnedWidth, target.left + target.column.width]
  if (start < element.scrollLeft) element.scrollLeft = start
  else if (end > element.scrollLeft + element.clientWidth) element.scrollLeft = end - element.clientWidth
}

export function useSight(grid: Grid, profile: Profile | null, scroller: RefObject<HTMLElement | null>): Sight {
  const seen = grid.seen.value
  const rows = seen?.rows ?? 0
  const columns = useMemo(() => columnsOf(grid, profile), [grid, profile])
  const margin = marginFor(grid.model.rows)
  const view = useWindow(scroller, (height) => ({ rows, rowHeight, windowHeight: Math.max(0, height - headHeight) }))
  const arrangement = grid.arrangement.value
  const mayPin = view.size.width >= narrow
  const layout = layOut(columns, mayPin ? arrangement : { ...arrangement, pinned: new Set() }, margin)
  const all = [...layout.pinned, ...layout.free]
  const free = columnsInWindow(layout, view.left, view.size.width)
  const [first, last] = rowsInWindow(view.track, view.position)
  const sight = {
    seen,
    rows,
    from: Math.max(0, first - spare),
    to: Math.min(rows, last + spare),
    page: Math.max(1, last - first - 2),
    layout,
    columns: all,
    free,
    gap: (free[0]?.left ?? layout.pinnedWidth) - layout.pinnedWidth,
    margin,
    track: view.track,
    position: view.position,
    placeOf: (name: string) => all.findIndex(({ column }) => column.name === name),
  }
  useCells(grid, sight)
  useEffect(() => view.toTop(), [seen])
  return { ...sight, showRow: view.show, showColumn: (place) => showColumn(scroller.current, layout, place) }
}
