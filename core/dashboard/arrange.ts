import type { z } from 'zod'
import { dictionary } from '../dictionary.ts'
import { place, type Place, type Tile } from './dashboard.ts'
import { fitInGrid, isTidy, moveTo, pushDown } from './layout.ts'
import { ownValue } from '../own-value.ts'

/**
 * Where other tiles stand after an edit, by id. An edit that takes another back carries it, so that the arrangement
 * returns exactly; an edit that people make leaves it out, and the others make room.
 */
export const others = dictionary(place, 40).optional()
export type Others = z.infer<typeof others>

const placed = (tiles: readonly Tile[], places: Readonly<Record<string, Place>>): Tile[] =>
  tiles.map((tile) => {
    const next = ownValue(places, tile.id)
    return next ? { ...tile, place: next } : tile
  })

/** The tiles with one of them at a place, and the others as told or out of its way. Tiles never overlap afterwards. */
export function arrange(
  tiles: readonly Tile[],
  to: { readonly tile: string; readonly place: Place; readonly others: Others },
): Tile[] {
  if (to.others === undefined) return moveTo(tiles, to.tile, to.place)
  return settle(placed(tiles, { ...to.others, [to.tile]: to.place }), to.tile)
}

/** The tiles at the places told; where tiles have come or gone since, they make room. */
export const restore = (tiles: readonly Tile[], told: Readonly<Record<string, Place>>): Tile[] =>
  settle(placed(tiles, told), null)

function settle(tiles: Tile[], keeps: string | null): Tile[] {
  if (isTidy(tiles)) return tiles
  return pushDown(
    tiles.map((tile) => ({ ...tile, place: fitInGrid(tile.place) })),
    keeps,
  )
}

const isSame = (a: Place, b: Place): boolean => a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h

/** Where tiles stood before an edit, of those that it moved and that are still there. */
export function placesBefore(before: readonly Tile[], after: readonly Tile[]): Record<string, Place> {
  const now = new Map(after.map((tile) => [tile.id, tile.place]))
  const moved = before.filter((tile) => {
    const place = now.get(tile.id)
    return place !== undefined && !isSame(place, tile.place)
  })
  return Object.fromEntries(moved.map((tile) => [tile.id, tile.place]))
}
