import { describe, expect, test } from 'vitest'
import type { SceneColumn } from '#core/charts/scenes.ts'
import { axisTexts } from '#core/charts/drawing/axis-text.ts'
import { columnTexts } from '#web/scenes/column-texts.ts'
import { nearestPosition } from '#web/scenes/nearest.ts'
import { numberAxis, ticksWithin } from '#core/charts/drawing/number-ticks.ts'
import { timeTicks } from '#core/charts/drawing/time-ticks.ts'
import { seededRandom } from '../../support/random.ts'

const column = (told: Partial<SceneColumn> = {}): SceneColumn => ({
  name: 'y',
  type: 'decimal',
  format: 'number',
  ...told,
})

describe('an axis of numbers', () => {
  test.each<[string, [number, number], boolean, number[]]>([
    ['bars begin at zero', [30, 95], true, [0, 20, 40, 60, 80, 100]],
    ['bars below zero end at zero', [-95, -30], true, [-100, -80, -60, -40, -20, 0]],
    ['lines need not', [91.2, 92.6], false, [91, 91.5, 92, 92.5, 93]],
    ['one value has room around it', [42, 42], false, [20, 30, 40, 50, 60, 70]],
    ['nothing but zero still has a height', [0, 0], true, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  ])('%s', (_, [least, most], zero, ticks) => {
    expect(numberAxis(least, most, { parts: 5, zero }).ticks).toEqual(ticks)
  })

  test('counts are marked at whole numbers only', () => {
    expect(numberAxis(0, 3, { parts: 6, zero: true, whole: true }).ticks).toEqual([0, 1, 2, 3])
    expect(numberAxis(0, 9, { parts: 4, zero: true, whole: true }).ticks).toEqual([0, 5, 10])
  })

  test('holds whatever it is given, with few enough marks (seed 11)', () => {
    const random = seededRandom(11)
    for (let run = 0; run < 2000; run += 1) {
      const scale = 10 ** (random.below(18) - 6)
      const [a, b] = [(random.next() - 0.5) * scale, (random.next() - 0.5) * scale]
      const axis = numberAxis(Math.min(a, b), Math.max(a, b), { parts: 5, zero: random.chance(0.5) })
      expect(axis.min).toBeLessThanOrEqual(Math.min(a, b) + scale * 1e-9)
      expect(axis.max).toBeGreaterThanOrEqual(Math.max(a, b) - scale * 1e-9)
      expect(axis.ticks.length).toBeGreaterThan(1)
      expect(axis.ticks.length).toBeLessThan(9)
    }
  })

  test('decimals are exact', () => {
    expect(ticksWithin(0, 0.5, { parts: 5 })).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5])
  })
})

describe('the words of an axis', () => {
  test.each([
    ['one unit for all', [0, 500_000, 1_000_000, 1_500_000], column(), ['0', '0.5M', '1.0M', '1.5M']],
    ['thousands stay whole below ten thousand', [0, 2000, 4000], column(), ['0', '2,000', '4,000']],
    ['decimals are even', [0, 2.5, 5], column(), ['0', '2.5', '5.0']],
    ['percentages', [0, 0.05, 0.1], column({ format: 'percent' }), ['0%', '5%', '10%']],
    ['a true minus', [-20_000, 0], column(), ['−20K', '0']],
    ['years', [2020, 2021], column({ format: 'text', type: 'integer' }), ['2020', '2021']],
  ])('%s', (_, ticks, told, texts) => {
    expect(axisTexts(ticks, told)).toEqual(texts)
  })
})

describe('an axis of time', () => {
  const day = 86_400_000
  const at = (text: string): number => Date.parse(text)
  const say = (from: string, to: string, most: number, grain: 'day' | 'month' | 'quarter' | null = null): string =>
    timeTicks(at(from), at(to), { most, grain })
      .map(({ text, under }) => (under ? `${text}/${under}` : text))
      .join(' ')

  test('names the larger period only where it begins', () => {
    expect(say('2023-01-01', '2024-06-01', 7)).toBe('Jan/2023 Apr Jul Oct Jan/2024 Apr')
    expect(say('2023-11-01', '2024-03-01', 6, 'month')).toBe('Nov/2023 Dec Jan/2024 Feb Mar')
    expect(say('2024-02-28', '2024-03-01', 6, 'day')).toBe('28 Feb/2024 29 Feb 1 Mar')
    expect(say('2024-02-28T00:00Z', '2024-02-29T00:00Z', 5)).toBe('00:00/28 Feb 06:00 12:00 18:00 00:00/29 Feb')
  })

  test('quarters are called so, and are not cut into months', () => {
    expect(say('2023-01-01', '2023-10-01', 12, 'quarter')).toBe('Q1/2023 Q2 Q3 Q4')
  })

  test('never has more marks than there is room for, in any span (seed 5)', () => {
    const random = seededRandom(5)
    for (let run = 0; run < 500; run += 1) {
      const from = at('1900-01-01') + random.next() * 60_000 * day
      const most = 2 + random.below(12)
      const ticks = timeTicks(from, from + 10 ** (random.next() * 5.5) * day, { most, grain: null })
      expect(ticks.length).toBeLessThanOrEqual(most + 1)
      expect(ticks.every((tick, index) => index === 0 || tick.at > (ticks[index - 1]?.at ?? 0))).toBe(true)
    }
  })
})

test('the nearest position is found, and a bin only where the pointer is in it', () => {
  expect([-5, 0.4, 0.6, 7, 99].map((value) => nearestPosition([0, 1, 5, 10], value, null))).toEqual([0, 0, 1, 2, 3])
  expect([-1, 0, 9.9, 15, 20].map((value) => nearestPosition([0, 10], value, 10))).toEqual([null, 0, 0, 1, null])
  expect(nearestPosition([], 1, null)).toBeNull()
})

test('decimals of a table column line up where every number has room for them', () => {
  expect(columnTexts([1.9, 1.87, 2, null], column())).toEqual(['1.90', '1.87', '2.00', '(empty)'])
  expect(columnTexts([12_345.6, 1.5], column())).toEqual(['12,346', '1.5'])
  expect(columnTexts([0.5, 0.316], column({ format: 'percent' }))).toEqual(['50.0%', '31.6%'])
  expect(columnTexts([3, 4], column({ type: 'integer' }))).toEqual(['3', '4'])
})
