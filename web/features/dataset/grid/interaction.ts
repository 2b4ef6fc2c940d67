import { moved } from './keys.ts'
import type { Cursor, Grid } from './model.ts'
import type { Sight } from './use-sight.ts'

type Parts = {
  readonly grid: Grid
  readonly sight: Sight
  readonly gridId: string
  readonly onOpen: (row: number) => void
}

export const headId = (gridId: string, place: number): string => `${gridId}-head-${place}`
export const cellId = (gridId: string, { row, column }: Cursor): string => `${gridId}-${row}-${column}`

/** Frames to wait for a header that is being scrolled into view. */
const maxFrames = 20

function openMenu(id: string, frames = maxFrames): void {
  const button = document.getElementById(id)?.querySelector<HTMLElement>('.menu button')
  if (button) button.click()
  else if (frames > 0) requestAnimationFrame(() => openMenu(id, frames - 1))
}

function enter({ grid, gridId, onOpen }: Parts): void {
  const { row, column } = grid.cursor.value
  if (row >= 0) onOpen(row)
  else openMenu(headId(gridId, column))
}

function copyCell({ grid, gridId }: Parts): void {
  const text = document.getElementById(cellId(gridId, grid.cursor.value))?.textContent
  if (text) void navigator.clipboard?.writeText(text)
}

/** Keyboard navigation: arrows move, Enter opens a row or a header's menu, Ctrl+C copies a cell. */
export function onGridKey(event: KeyboardEvent, parts: Parts): void {
  const { grid, sight } = parts
  const { currentTarget: scroller } = event
  if (event.target !== scroller) {
    if (event.key === 'Escape' && scroller instanceof HTMLElement) scroller.focus()
    return
  }
  if (event.key === 'Enter') {
    event.preventDefault()
    return enter(parts)
  }
  if ((event.ctrlKey || event.metaKey) && event.key === 'c') return copyCell(parts)
  const extent = { rows: sight.rows, columns: sight.columns.length, page: sight.page }
  const next = moved(grid.cursor.value, event, extent)
  if (!next) return
  event.preventDefault()
  grid.cursor.value = next
  if (next.row >= 0) sight.showRow(next.row)
  sight.showColumn(next.column)
}

/** A click focuses a cell; on touch screens a second tap opens its row. */
export function onGridClick({ target }: MouseEvent, { grid, onOpen }: Parts): void {
  const cell = target instanceof HTMLElement ? target.closest<HTMLElement>('.grid-cell') : null
  const row = cell?.closest<HTMLElement>('.grid-row')
  if (!cell || !row) return
  const place = { row: Number(row.dataset['row']), column: Number(cell.dataset['column']) }
  const before = grid.cursor.value
  grid.cursor.value = place
  const isAgain = before.row === place.row && before.column === place.column
  if (isAgain && matchMedia('(hover: none)').matches) onOpen(place.row)
}
