import { expect, test } from 'vitest'
import { sceneFor } from '#core/charts/scene-for.ts'
import { heightOf } from '#core/charts/drawing/heights.ts'
import { columnOf, dataOf, tableOf } from '../support/chart-tables.ts'

const bars = (names: readonly string[]): number | null => {
  const table = tableOf(
    columnOf('Region', 'text', names),
    columnOf(
      'Total Revenue',
      'decimal',
      names.map((_, at) => at + 1),
    ),
  )
  const asked = { dimensions: [{ column: 'Region' }], measures: [{ aggregate: 'sum' as const, column: 'Revenue' }] }
  return heightOf(sceneFor(null, dataOf(asked, table)))
}
const names = (count: number, long = ''): string[] => Array.from({ length: count }, (_, at) => `${at}${long}`)

test('two or three bars are lower than a trend', () => {
  expect(bars(names(3))).toBeLessThan(bars(names(9)) ?? 0)
})

test('lying bars take what their number needs, up to a limit', () => {
  const long = ' a name that is too long to stand'
  expect(bars(names(3, long))).toBeLessThan(bars(names(6, long)) ?? 0)
  expect(bars(names(50, long))).toBe(420)
})

test('a table is as tall as its rows', () => {
  const table = tableOf(columnOf('Region', 'text', ['North']), columnOf('Product', 'text', ['Tea']))
  expect(heightOf(sceneFor(null, dataOf({ columns: ['Region', 'Product'] }, table)))).toBe(null)
})
