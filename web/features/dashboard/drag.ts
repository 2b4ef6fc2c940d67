import type { Place } from '#core/dashboard/dashboard.ts'
import { gridColumns } from '#core/dashboard/grid-columns.ts'
import type { Arranging } from './arranging.ts'
import { startStackedDrag } from './stacked-drag.ts'

const slop = 4

type Kind = 'move' | 'size'

const placeAfter = (kind: Kind, { x, y, w, h }: Place, columns: number, rows: number): Place =>
  kind === 'move' ? { x: x + columns, y: y + rows, w, h } : { x, y, w: w + columns, h: h + rows }

/**
 * Tracks a pressed pointer until release; Escape cancels. If the browser cancels the pointer, for example for a system
 * gesture, the tile is dropped where it is shown; Undo reverts that.
 */
export function startDrag(
  event: PointerEvent,
  kind: Kind,
  tile: { readonly id: string; readonly place: Place },
  arranging: Arranging,
): void {
  const grid = (event.currentTarget as HTMLElement).closest('.tiles')
  if (event.button !== 0 || !(grid instanceof HTMLElement)) return
  if (getComputedStyle(grid).display === 'grid')
    return kind === 'move' ? startStackedDrag(event, { id: tile.id, grid }, arranging) : undefined
  const columnPitch = grid.clientWidth / gridColumns
  // The height of a grid row with its gap, as dashboard.css lays it out.
  const rowPitch = Number.parseFloat(getComputedStyle(grid).getPropertyValue('--row'))
  const from = { x: event.clientX, y: event.clientY + window.scrollY }
  const stop = new AbortController()
  let held = false
  const finish = (act: () => void): void => {
    stop.abort()
    if (held) act()
  }
  const on = <Name extends keyof WindowEventMap>(name: Name, act: (event: WindowEventMap[Name]) => void): void =>
    window.addEventListener(name, act, { signal: stop.signal })
  on('pointermove', (moved) => {
    if (moved.pointerId !== event.pointerId) return
    const [dx, dy] = [moved.clientX - from.x, moved.clientY + window.scrollY - from.y]
    if (!held && Math.hypot(dx, dy) < slop) return
    if (!held) arranging.pickUp(tile.id, 'pointer')
    held = true
    arranging.hold(placeAfter(kind, tile.place, Math.round(dx / columnPitch), Math.round(dy / rowPitch)))
  })
  on('selectstart', (started) => started.preventDefault())
  on('pointerup', () => finish(arranging.drop))
  on('pointercancel', () => finish(arranging.drop))
  on('keydown', ({ key }) => key === 'Escape' && finish(arranging.cancel))
}
