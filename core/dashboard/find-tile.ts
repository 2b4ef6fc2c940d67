import { z } from 'zod'
import { fail } from '../errors.ts'
import { ok, type Result } from '../result.ts'
import type { Dashboard, Tile } from './dashboard.ts'

/** The tile an edit is about. */
export const tileId = z.string().min(1).max(40)

/** The tile of that id, as it stands. */
export function findTile(dashboard: Dashboard, id: string): Result<Tile> {
  const tile = dashboard.tiles.find((each) => each.id === id)
  return tile ? ok(tile) : fail('dashboard/no-such-tile')
}

/** The tile of that id before an edit that went through; it was there. */
export function tileBefore(before: Dashboard, id: string): Tile {
  const found = findTile(before, id)
  if (!found.ok) throw new Error(`An edit went through for a tile that was not there: ${id}`)
  return found.value
}

/** The dashboard with one tile changed. */
export function withTile(dashboard: Dashboard, id: string, change: (tile: Tile) => Tile): Result<Dashboard> {
  const found = findTile(dashboard, id)
  if (!found.ok) return found
  return ok({ ...dashboard, tiles: dashboard.tiles.map((tile) => (tile.id === id ? change(tile) : tile)) })
}
