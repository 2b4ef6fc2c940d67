import { expect, test } from 'vitest'
import { layScene } from '#core/charts/drawing/layouts.ts'
import { following, isWhole, keysWithin, moved, windowed, zoomed } from '#core/charts/drawing/view-window.ts'
import { xyFrame } from '#core/charts/drawing/xy-frame.ts'
import type { XyScene } from '#core/charts/scenes.ts'

const scene: XyScene = {
  kind: 'xy',
  x: { name: 'At', type: 'integer', format: 'number' },
  categories: null,
  positions: Float64Array.from({ length: 101 }, (_, at) => at),
  keys: Array.from({ length: 101 }, (_, at) => at),
  y: { name: 'Value', type: 'decimal', format: 'number' },
  series: [{ label: 'Value', y: Float64Array.from({ length: 101 }, (_, at) => at * 2), style: 'line' }],
  horizontal: false,
  binWidth: null,
  names: null,
  note: null,
}
const whole = { x: { min: 0, max: 100 }, y: null }
const room = { width: 600, height: 300, measure: (text: string) => text.length * 6 }

test('[CH16] what stands at the point that is zoomed to stays in its place', () => {
  const window = zoomed(whole, whole, { factor: 0.5, at: { x: 20, y: 0 } })
  expect(window.x).toEqual({ min: 10, max: 60 })
  expect(zoomed(window, whole, { factor: 0.5, at: { x: 20, y: 0 } }).x).toEqual({ min: 15, max: 40 })
})

test('[CH16] nothing beyond the ends is ever looked at', () => {
  const window = zoomed(whole, whole, { factor: 0.5, at: { x: 20, y: 0 } })
  expect(moved(window, whole, { x: -1000, y: 0 }).x).toEqual({ min: 0, max: 50 })
  expect(moved(window, whole, { x: 1000, y: 0 }).x).toEqual({ min: 50, max: 100 })
  const out = zoomed(window, whole, { factor: 4, at: { x: 20, y: 0 } })
  expect(out.x).toEqual(whole.x)
  expect(isWhole(out, whole)).toBe(true)
  expect(isWhole(window, whole)).toBe(false)
})

test('[CH16] a window follows the position that is read out, and stays where that is in sight', () => {
  const window = { x: { min: 10, max: 60 }, y: null }
  expect(following(window, whole, 30)).toBe(window)
  const after = following(window, whole, 62)
  expect(after.x.min).toBeLessThan(62)
  expect(after.x.max).toBeGreaterThan(62)
})

test('[CH16] a part is drawn where it stands, from edge to edge, on the axis of values of the whole', () => {
  const { scene: part, offset } = windowed(scene, { x: { min: 20.5, max: 30.5 }, y: null })
  expect(offset).toBe(20)
  expect(Array.from(part.positions ?? [])).toEqual([20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31])
  expect(part.keys[0]).toBe(20)
  const frame = xyFrame(part, room)
  expect(frame.y).toEqual(xyFrame(scene, room).y)
  expect(frame.across(20.5)).toBe(frame.area.left)
  expect(frame.across(30.5)).toBe(frame.area.left + frame.area.width)
  expect(layScene(part, room).width).toBe(room.width)
})

test('[CH16] a trend runs as far as the part, on its own line', () => {
  const trend = { label: 'Trend', series: 0, from: { x: 0, y: 0 }, to: { x: 100, y: 200 } }
  const { scene: part } = windowed({ ...scene, trends: [trend] }, { x: { min: 20, max: 30 }, y: null })
  expect(part.trends).toEqual([{ ...trend, from: { x: 20, y: 40 }, to: { x: 30, y: 60 } }])
})

test('[CH17] a selection holds the marks within it, of bins those whose middle it holds', () => {
  expect(keysWithin(scene, { x: { min: 3, max: 6 }, y: null })).toEqual([3, 4, 5, 6])
  expect(keysWithin(scene, { x: { min: 3, max: 6 }, y: { min: 9, max: 11 } })).toEqual([5])
  expect(keysWithin({ ...scene, binWidth: 1 }, { x: { min: 3, max: 6 }, y: null })).toEqual([3, 4, 5])
})
