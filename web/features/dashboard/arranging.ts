import { computed, type Signal, signal } from '@preact/signals'
import type { Place, Tile } from '#core/dashboard/dashboard.ts'
import { type Direction, fitInGrid, moveTo, nudge, placeInOrder, stretch } from '#core/dashboard/layout.ts'
import type { DashboardModel } from './model.ts'

/** A tile during a move or resize. */
export type Moving = { readonly tile: string; readonly place: Place; readonly by: 'pointer' | 'keys' }

const arrows: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

const same = (a: Place | null, b: Place): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Moves and resizes tiles: previews on all tiles, and makes one edit on release. */
export function createArranging(dashboard: DashboardModel) {
  const moving = signal<Moving | null>(null)
  const tiles = computed((): readonly Tile[] => {
    const now = moving.value
    const all = dashboard.document.value.tiles
    return now ? moveTo(all, now.tile, now.place) : all
  })
  const savedPlace = (id: string): Place | null =>
    dashboard.document.peek().tiles.find((tile) => tile.id === id)?.place ?? null

  function hold(place: Place): void {
    const now = moving.value
    const next = fitInGrid(place)
    if (now && !same(now.place, next)) moving.value = { ...now, place: next }
  }

  return {
    tiles,
    moving,
    placeOf: (id: string): Place | null => tiles.peek().find((tile) => tile.id === id)?.place ?? null,
    pickUp(tile: string, by: Moving['by']): void {
      const place = savedPlace(tile)
      if (place) moving.value = { tile, place, by }
    },
    /** Previews the tile at a place. */
    hold,
    /** Previews the tile at an index in reading order, for stacked tiles. */
    holdAt(index: number): void {
      const now = moving.peek()
      const place = now && placeInOrder(dashboard.document.peek().tiles, now.tile, index)
      if (place) hold(place)
    },
    drop(): void {
      const now = moving.value
      moving.value = null
      if (!now || same(savedPlace(now.tile), now.place)) return
      dashboard.edit({ type: 'move-tile', payload: { tile: now.tile, place: now.place } })
    },
    cancel: (): void => void (moving.value = null),
    /** Moves by one step, as from a menu. */
    shift(tile: string, direction: Direction): void {
      const place = nudge(dashboard.document.value.tiles, tile, direction)
      if (place) dashboard.edit({ type: 'move-tile', payload: { tile, place } })
    },
  }
}
export type Arranging = ReturnType<typeof createArranging>

const placeWords = (place: Place | null): string =>
  place ? `Column ${place.x + 1}, row ${place.y + 1}, ${place.w} wide, ${place.h} high.` : ''

type Key = { readonly key: string; readonly shiftKey: boolean }

const isGrab = (key: string): boolean => key === 'Enter' || key.toLowerCase() === 'm'

/** Moves a tile by keyboard and announces it. The returned function reports whether it handled the key. */
export function createKeyMoves(arranging: Arranging, said: Signal<string>) {
  function step(tile: string, direction: Direction, sizing: boolean): void {
    const place = (sizing ? stretch : nudge)(arranging.tiles.value, tile, direction)
    if (place) arranging.hold(place)
    said.value = place ? placeWords(arranging.placeOf(tile)) : 'It can go no further that way.'
  }

  function whileHeld(tile: string, { key, shiftKey }: Key): boolean {
    const direction = arrows[key]
    if (direction) step(tile, direction, shiftKey)
    else if (isGrab(key)) {
      arranging.drop()
      said.value = `Put down. ${placeWords(arranging.placeOf(tile))}`
    } else if (key === 'Escape') {
      arranging.cancel()
      said.value = 'Left where it was.'
    } else return false
    return true
  }

  return (tile: string, pressed: Key): boolean => {
    const now = arranging.moving.value
    if (now?.by === 'keys' && now.tile === tile) return whileHeld(tile, pressed)
    if (!isGrab(pressed.key)) return false
    arranging.pickUp(tile, 'keys')
    said.value = 'Picked up. Arrows move it, Shift and arrows size it, Enter puts it down, Escape leaves it.'
    return true
  }
}
