import type { Place } from './dashboard.ts'
import { gridColumns } from './grid-columns.ts'

/** A tile smaller than this shows nothing. */
const smallest = { w: 2, h: 2 } as const
const tallest = 40

/** A tile's id with its place. */
export type Placed = { readonly id: string; readonly place: Place }

/** Do two places share a cell of the grid? */
const overlaps = (a: Place, b: Place): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

/** Does the place lie within the grid's columns? */
const isInGrid = ({ x, y, w }: Place): boolean => x >= 0 && y >= 0 && x + w <= gridColumns

/** Do no two tiles share a cell, and does none leave the grid? */
export const isTidy = (tiles: readonly Placed[]): boolean =>
  tiles.every(({ place }, at) => isInGrid(place) && tiles.slice(at + 1).every((other) => !overlaps(place, other.place)))

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)

/** The nearest place within the grid, no smaller than a tile may be. */
export function fitInGrid({ x, y, w, h }: Place): Place {
  const width = clamp(w, smallest.w, gridColumns)
  return { x: clamp(x, 0, gridColumns - width), y: Math.max(0, y), w: width, h: clamp(h, smallest.h, tallest) }
}

/** Tiles from top to bottom, then left to right: the order in which they are read and stacked on a phone. */
export const inReadingOrder = <T extends Placed>(tiles: readonly T[]): T[] =>
  [...tiles].sort((a, b) => a.place.y - b.place.y || a.place.x - b.place.x)

/** The lowest row at or below `from` where the place touches nothing. */
function freeRow(place: Place, from: number, taken: readonly Place[]): number {
  let y = from
  for (;;) {
    const hit = taken.find((other) => overlaps({ ...place, y }, other))
    if (hit === undefined) return y
    y = hit.y + hit.h
  }
}

/** Each tile, in order, at the first free row from the one given; the result keeps the order of `tiles`. */
function drop<T extends Placed>(
  tiles: readonly T[],
  order: readonly T[],
  from: (tile: T, taken: readonly Place[]) => number,
): T[] {
  const taken: Place[] = []
  const placed = new Map<string, T>()
  for (const tile of order) {
    const place = { ...tile.place, y: freeRow(tile.place, from(tile, taken), taken) }
    taken.push(place)
    placed.set(tile.id, { ...tile, place })
  }
  return tiles.map((tile) => placed.get(tile.id) ?? tile)
}

/** The row under the lowest of the places already taken that stand in the same columns. */
const under = ({ x, w }: Place, taken: readonly Place[]): number =>
  taken.reduce(
    (bottom, other) => (x < other.x + other.w && other.x < x + w ? Math.max(bottom, other.y + other.h) : bottom),
    0,
  )

/** Moves every tile up as far as it goes without passing another. */
export const compact = <T extends Placed>(tiles: readonly T[]): T[] =>
  drop(tiles, inReadingOrder(tiles), ({ place }, taken) => under(place, taken))

/** Moves tiles down until none overlap; the one named keeps its place. */
export function pushDown<T extends Placed>(tiles: readonly T[], keeps: string | null): T[] {
  const first = tiles.filter(({ id }) => id === keeps)
  const others = inReadingOrder(tiles.filter(({ id }) => id !== keeps))
  return drop(tiles, [...first, ...others], ({ place }) => place.y)
}

/** Puts a tile at a place: what is in its way moves down, then everything moves up. */
export function moveTo<T extends Placed>(tiles: readonly T[], id: string, place: Place): T[] {
  const moved = tiles.map((tile) => (tile.id === id ? { ...tile, place: fitInGrid(place) } : tile))
  return compact(pushDown(moved, id))
}

const indexOf = (tiles: readonly Placed[], id: string): number =>
  inReadingOrder(tiles).findIndex((tile) => tile.id === id)

/**
 * Where a tile must go to be read as the one of that index. Tiles fill their columns upwards, so not every index can be had:
 * then the place that comes nearest, and of several the one nearest to where the tile is now.
 */
export function placeInOrder(tiles: readonly Placed[], id: string, index: number): Place | null {
  const own = tiles.find((tile) => tile.id === id)?.place
  if (own === undefined) return null
  const rows = new Set(tiles.flatMap(({ place: { y, h } }) => [y, y + h]))
  const nearest = [...rows].sort((a, b) => Math.abs(a - own.y) - Math.abs(b - own.y))
  const places = [own, ...[own.x, 0].flatMap((x) => nearest.map((y) => ({ ...own, x, y })))]
  const distances = places.map((place) => Math.abs(indexOf(moveTo(tiles, id, place), id) - index))
  return places[distances.indexOf(Math.min(...distances))] ?? null
}

/** The first free place of that size, row by row from the top. */
export function firstFreePlace(tiles: readonly Placed[], size: { readonly w: number; readonly h: number }): Place {
  const { w, h } = fitInGrid({ x: 0, y: 0, ...size })
  const bottom = tiles.reduce((lowest, { place }) => Math.max(lowest, place.y + place.h), 0)
  for (let y = 0; y < bottom; y += 1) {
    for (let x = 0; x + w <= gridColumns; x += 1) {
      const place = { x, y, w, h }
      if (!tiles.some((tile) => overlaps(tile.place, place))) return place
    }
  }
  return { x: 0, y: bottom, w, h }
}

/** Where an arrow key points. */
export type Direction = 'left' | 'right' | 'up' | 'down'

/** The nearest tile in the same columns, above or below. */
function neighbour(tiles: readonly Placed[], tile: Placed, side: 'up' | 'down'): Place | undefined {
  const { x, w, y } = tile.place
  const sharing = tiles.map(({ place }) => place).filter((other) => other.x < x + w && x < other.x + other.w)
  const beyond = sharing.filter((other) => (side === 'up' ? other.y < y : other.y > y))
  return beyond.sort((a, b) => Math.abs(a.y - y) - Math.abs(b.y - y))[0]
}

/** Where an arrow key takes a tile: a column sideways, or past the tile above or below. Null where it cannot go. */
export function nudge(tiles: readonly Placed[], id: string, direction: Direction): Place | null {
  const tile = tiles.find((each) => each.id === id)
  if (tile === undefined) return null
  const { place } = tile
  if (direction === 'left') return place.x > 0 ? { ...place, x: place.x - 1 } : null
  if (direction === 'right') return place.x + place.w < gridColumns ? { ...place, x: place.x + 1 } : null
  const other = neighbour(tiles, tile, direction)
  if (other === undefined) return null
  return { ...place, y: direction === 'up' ? other.y : other.y + other.h }
}

/** The size an arrow key gives a tile: a column wider or narrower, a row taller or shorter. Null at the limits. */
export function stretch(tiles: readonly Placed[], id: string, direction: Direction): Place | null {
  const place = tiles.find((each) => each.id === id)?.place
  if (place === undefined) return null
  const wider = { left: -1, right: 1, up: 0, down: 0 }[direction]
  const taller = { left: 0, right: 0, up: -1, down: 1 }[direction]
  const next = { ...place, w: place.w + wider, h: place.h + taller }
  const allowed = next.w >= smallest.w && next.h >= smallest.h && next.h <= tallest && isInGrid(next)
  return allowed ? next : null
}
