import { expect, test } from 'vitest'
import type { Place } from '#core/dashboard/dashboard.ts'
import {
  compact,
  firstFreePlace,
  fitInGrid,
  inReadingOrder,
  isTidy,
  moveTo,
  nudge,
  placeInOrder,
  stretch,
  type Placed,
} from '#core/dashboard/layout.ts'

/** Draws tiles as text: each letter is a tile, each character a cell. */
function read(picture: string): Placed[] {
  const rows = picture
    .trim()
    .split('\n')
    .map((row) => row.trim())
  const found = new Map<string, Place>()
  for (const [y, row] of rows.entries()) {
    for (const [x, id] of [...row].entries()) {
      if (id === '.') continue
      const { x: left, y: top } = found.get(id) ?? { x, y }
      found.set(id, { x: left, y: top, w: x - left + 1, h: y - top + 1 })
    }
  }
  return [...found].map(([id, place]) => ({ id, place }))
}

function draw(tiles: readonly Placed[]): string {
  const bottom = Math.max(0, ...tiles.map(({ place }) => place.y + place.h))
  const cells = Array.from({ length: bottom }, () => Array.from({ length: 12 }, () => '.'))
  for (const { id, place } of tiles)
    for (let y = place.y; y < place.y + place.h; y += 1) cells[y]?.fill(id, place.x, place.x + place.w)
  return cells.map((row) => row.join('')).join('\n')
}

const picture = (text: string): string => draw(read(text))
const placeOf = (tiles: readonly Placed[], id: string): Place =>
  tiles.find((tile) => tile.id === id)?.place ?? { x: 0, y: 0, w: 0, h: 0 }

const board = `
  aaabbbcccddd
  aaabbbcccddd
  eeeeeeeeffff
  eeeeeeeeffff
  gggggggggggg
  gggggggggggg`

test('[P2, P3] a tile put on others stays, they move down, and the rest closes up', () => {
  const tiles = read(board)
  expect(draw(moveTo(tiles, 'g', { x: 0, y: 0, w: 12, h: 2 }))).toBe(
    picture(`
      gggggggggggg
      gggggggggggg
      aaabbbcccddd
      aaabbbcccddd
      eeeeeeeeffff
      eeeeeeeeffff`),
  )
  expect(draw(moveTo(tiles, 'f', { x: 0, y: 2, w: 4, h: 2 }))).toBe(
    picture(`
      aaabbbcccddd
      aaabbbcccddd
      ffff........
      ffff........
      eeeeeeee....
      eeeeeeee....
      gggggggggggg
      gggggggggggg`),
  )
})

test('[P3] a gap closes, and no tile passes another', () => {
  const tiles = read(`
    aaaa........
    aaaa........
    ............
    ....bbbb....
    ....bbbb....
    cccccccc....
    cccccccc....`)
  expect(draw(compact(tiles))).toBe(
    picture(`
      aaaabbbb....
      aaaabbbb....
      cccccccc....
      cccccccc....`),
  )
})

test('a new tile takes the first place that is free', () => {
  expect(firstFreePlace(read(board), { w: 4, h: 2 })).toEqual({ x: 0, y: 6, w: 4, h: 2 })
  expect(firstFreePlace(read('aaaa....bbbb\naaaa....bbbb'), { w: 4, h: 2 })).toEqual({ x: 4, y: 0, w: 4, h: 2 })
  expect(firstFreePlace([], { w: 6, h: 5 })).toEqual({ x: 0, y: 0, w: 6, h: 5 })
})

test('[P5] places are fitted into the grid', () => {
  expect(fitInGrid({ x: 11, y: 3, w: 6, h: 1 })).toEqual({ x: 6, y: 3, w: 6, h: 2 })
  expect(fitInGrid({ x: -4, y: -2, w: 99, h: 99 })).toEqual({ x: 0, y: 0, w: 12, h: 40 })
})

test('[P6] tiles are read from top to bottom, then left to right', () => {
  expect(
    inReadingOrder(read(board).toReversed())
      .map(({ id }) => id)
      .join(''),
  ).toBe('abcdefg')
})

test('[P7] arrow keys move a tile past the one above or below, and a column sideways', () => {
  const tiles = read(board)
  const after = (id: string, direction: 'left' | 'right' | 'up' | 'down'): string | null => {
    const place = nudge(tiles, id, direction)
    return place && draw(moveTo(tiles, id, place))
  }
  expect(after('g', 'up')).toBe(
    picture(`
      aaabbbcccddd
      aaabbbcccddd
      gggggggggggg
      gggggggggggg
      eeeeeeeeffff
      eeeeeeeeffff`),
  )
  expect(after('a', 'left')).toBeNull()
  expect(after('d', 'right')).toBeNull()
  expect(after('a', 'up')).toBeNull()
  expect(after('g', 'down')).toBeNull()
  expect(nudge(tiles, 'a', 'right')).toEqual({ x: 1, y: 0, w: 3, h: 2 })
  expect(nudge(tiles, 'gone', 'right')).toBeNull()
  const down = nudge(tiles, 'e', 'down')
  expect(down).toEqual({ x: 0, y: 6, w: 8, h: 2 })
  const moved = moveTo(tiles, 'e', down ?? placeOf(tiles, 'e'))
  expect(placeOf(moved, 'g').y).toBeLessThan(placeOf(moved, 'e').y)
  expect(isTidy(moved)).toBe(true)
})

test('[P7] arrow keys stretch a tile within its limits', () => {
  const tiles = read(board)
  expect(stretch(tiles, 'a', 'right')).toEqual({ x: 0, y: 0, w: 4, h: 2 })
  expect(stretch(tiles, 'a', 'left')).toEqual({ x: 0, y: 0, w: 2, h: 2 })
  expect(stretch(tiles, 'a', 'up')).toBeNull()
  expect(stretch(tiles, 'd', 'right')).toBeNull()
  expect(stretch(tiles, 'gone', 'right')).toBeNull()
})

test('[P8] a tile dragged among stacked ones is read where it was put, or as near as the columns allow', () => {
  const tiles = read(board)
  const orderAfter = (id: string, index: number): string => {
    const place = placeInOrder(tiles, id, index)
    return inReadingOrder(place ? moveTo(tiles, id, place) : [])
      .map((tile) => tile.id)
      .join('')
  }
  expect(orderAfter('g', 0)).toBe('gabcdef')
  expect(orderAfter('f', 4)).toBe('abcdfeg')
  expect(orderAfter('f', 6)).toBe('abcdegf')
  expect(placeInOrder(tiles, 'f', 5)).toEqual(placeOf(tiles, 'f'))
  expect(placeInOrder(tiles, 'gone', 0)).toBeNull()
})
