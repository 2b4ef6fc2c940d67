import { signal } from '@preact/signals'
import { describe, expect, test } from 'vitest'
import type { RowChoice, Stretch } from '#core/engine/rows/row-view.ts'
import { arrange, moveColumn, toggleHidden } from '#web/features/dataset/grid/arrangement.ts'
import { createBlocks } from '#web/features/dataset/grid/blocks.ts'
import { moved } from '#web/features/dataset/grid/keys.ts'
import { followRows } from '#web/features/dataset/grid/seen-rows.ts'
import {
  heightOf,
  type Position,
  positionShowing,
  rowsInWindow,
  scrolled,
  type Track,
} from '#web/features/dataset/grid/track.ts'
import { seededRandom } from '../support/random.ts'

const start: Position = { scrollTop: 0, offset: 0 }
const trackOf = (rows: number): Track => ({ rows, rowHeight: 32, windowHeight: 600 })
const farthest = (track: Track): number => heightOf(track) - track.windowHeight

describe('what of a tall table is in the window', () => {
  test.each([10, 1_000, 250_000, 1_000_000, 10_000_000])('of %i rows the ends can be reached', (rows) => {
    const track = trackOf(rows)
    expect(rowsInWindow(track, start)[0]).toBe(0)
    const end = scrolled(track, start, Math.max(0, farthest(track)))
    const [, last] = rowsInWindow(track, end)
    expect(last).toBe(rows)
    expect(rowsInWindow(track, scrolled(track, end, 0))[0]).toBe(0)
  })

  test('a small step moves by as many pixels, however many rows there are', () => {
    const track = trackOf(5_000_000)
    const middle = scrolled(track, start, 3_000_000)
    const next = scrolled(track, middle, middle.scrollTop + 96)
    expect(next.scrollTop + next.offset).toBe(middle.scrollTop + middle.offset + 96)
  })

  test('every row can be brought into the window', () => {
    const random = seededRandom(7)
    for (const rows of [3, 5_000, 2_000_000]) {
      let position = start
      for (let turn = 0; turn < 200; turn++) {
        const row = random.below(rows)
        position = positionShowing(trackOf(rows), position, row)
        const [first, last] = rowsInWindow(trackOf(rows), position)
        expect(row >= first && row < last, `row ${row} of ${rows}`).toBe(true)
        expect(position.scrollTop).toBeGreaterThanOrEqual(0)
        expect(position.scrollTop).toBeLessThanOrEqual(Math.max(0, farthest(trackOf(rows))))
      }
    }
  })
})

describe('columns', () => {
  test('move past the hidden ones, and stay where there is nowhere to go', () => {
    const hidden = toggleHidden(arrange(['a', 'b', 'c', 'd']), 'b')
    expect(moveColumn(hidden, 'a', 1).order).toEqual(['b', 'c', 'a', 'd'])
    expect(moveColumn(hidden, 'c', -1).order).toEqual(['c', 'a', 'b', 'd'])
    expect(moveColumn(hidden, 'd', 1)).toBe(hidden)
  })

  test('the last one that is seen cannot be hidden', () => {
    const one = toggleHidden(arrange(['a', 'b']), 'a')
    expect(toggleHidden(one, 'b')).toBe(one)
  })
})

describe('keys', () => {
  const extent = { rows: 100, columns: 5, page: 20 }
  test.each([
    [{ row: 0, column: 0 }, 'ArrowUp', false, { row: -1, column: 0 }],
    [{ row: -1, column: 0 }, 'ArrowUp', false, { row: -1, column: 0 }],
    [{ row: 99, column: 4 }, 'ArrowDown', false, { row: 99, column: 4 }],
    [{ row: 5, column: 1 }, 'End', true, { row: 99, column: 4 }],
    [{ row: 5, column: 1 }, 'Home', false, { row: 5, column: 0 }],
    [{ row: 90, column: 1 }, 'PageDown', false, { row: 99, column: 1 }],
    [{ row: 5, column: 1 }, 'x', false, null],
  ])('from %o, %s leads to its place', (from, key, ctrlKey, to) => {
    expect(moved(from, { key, ctrlKey, metaKey: false }, extent)).toEqual(to)
  })
})

const stretchOf = (from: number, to: number): Stretch => ({
  numbers: Int32Array.from({ length: to - from }, (_, index) => from + index),
  table: {
    rows: to - from,
    columns: [{ name: 'n', type: 'integer', values: Float64Array.from({ length: to - from }, (_, at) => from + at) }],
  },
})

describe('cells', () => {
  test('are fetched once for all that is in sight, and are there afterwards', async () => {
    const asked: string[] = []
    const blocks = createBlocks({
      read: async (from, to, columns) => {
        asked.push(`${from}-${to} ${columns.join()}`)
        return stretchOf(from, to)
      },
      onChange: () => undefined,
    })
    blocks.want(100, 150, ['n'])
    blocks.want(110, 160, ['n'])
    expect(blocks.cell(120, 'n')).toBeUndefined()
    await Promise.resolve()
    expect(blocks.cell(120, 'n')).toBe(120)
    expect(blocks.number(130)).toBe(130)
    expect(asked).toEqual(['0-128 n', '128-256 n'])
  })

  test('that could not be had are said to have failed, and may be asked for again', async () => {
    const told: boolean[] = []
    const blocks = createBlocks({ read: async () => null, onChange: (failed) => told.push(failed) })
    blocks.want(0, 10, ['n'])
    await Promise.resolve()
    await Promise.resolve()
    expect(told).toEqual([true])
    expect(blocks.cell(0, 'n')).toBeUndefined()
  })
})

test('while a new choice is being opened the old rows stay, and only the latest choice comes', async () => {
  const none: RowChoice = { filters: [], sort: [] }
  const choice = signal(none)
  const opened: ((rows: number) => void)[] = []
  const closed: number[] = []
  const rows = followRows(
    {
      open: (_, { aborted }) =>
        new Promise((done) => opened.push((count) => done(aborted ? null : { view: opened.length, rows: count }))),
      read: async () => null,
      close: (view) => closed.push(view),
      problem: () => ({ code: 'x', status: 0, message: 'No.', hint: 'Try.' }),
      end: () => undefined,
    },
    choice,
    () => undefined,
  )
  opened[0]?.(10)
  await expect.poll(() => rows.seen.value?.rows).toBe(10)
  choice.value = { ...none, sort: [{ by: 'a', direction: 'ascending' }] }
  choice.value = { ...none, sort: [{ by: 'b', direction: 'ascending' }] }
  expect(rows.isOpening.value).toBe(true)
  expect(rows.seen.value?.rows).toBe(10)
  opened[2]?.(30)
  opened[1]?.(20)
  await expect.poll(() => rows.isOpening.value).toBe(false)
  expect(rows.seen.value?.rows).toBe(30)
  expect(closed).toEqual([1])
})
