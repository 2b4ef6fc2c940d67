import { expect, test } from 'vitest'
import { noteOfStray } from '#core/charts/stray-moments.ts'

const years = (...list: readonly number[]): number[] => list.map((year) => Date.UTC(year, 0, 1))

test('a last or first year far from the others is named', () => {
  expect(noteOfStray(years(2020, 2021, 2022, 2023, 2046), 'year')).toBe('2046 is far from all other dates: check it.')
  expect(noteOfStray(years(1900, 2019, 2020, 2021, 2022), 'year')).toBe('1900 is far from all other dates: check it.')
})

test('an even axis, an axis with a gap in its middle, and few points are not warned of', () => {
  expect(noteOfStray(years(2020, 2021, 2022, 2023), 'year')).toBeNull()
  expect(noteOfStray(years(2000, 2001, 2002, 2020, 2021, 2022), 'year')).toBeNull()
  expect(noteOfStray(years(2000, 2020, 2021), 'year')).toBeNull()
})
