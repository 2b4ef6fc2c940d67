import { expect, test } from 'vitest'
import { type Box, indexAt } from '#web/features/dashboard/stacked-order.ts'

const wide = (top: number, bottom: number): Box => ({ top, bottom, centre: 180, isAlone: true })
const left = { top: 0, bottom: 90, centre: 90, isAlone: false }
const right = { top: 0, bottom: 90, centre: 270, isAlone: false }

/** Two small tiles side by side, and two wide ones; a third stood between those and is held. */
const boxes = [left, right, wide(100, 400), wide(710, 1010)]

test('[P8] a tile is passed at its middle, one that shares its row at its centre', () => {
  const at = (x: number, y: number): number => indexAt({ x, y }, boxes)
  expect([at(60, 50), at(100, 50), at(300, 50), at(60, 95)]).toEqual([0, 1, 2, 2])
  expect([at(60, 249), at(60, 251), at(60, 859), at(60, 861)]).toEqual([2, 3, 3, 4])
})

test('[P8] scrolling past a resting pointer never goes back in the order', () => {
  for (const x of [10, 100, 200, 350]) {
    const passed = Array.from({ length: 130 }, (_, frame) => indexAt({ x, y: frame * 10 }, boxes))
    expect(passed).toEqual(passed.toSorted((a, b) => a - b))
  }
})
