import { expect, test } from 'vitest'
import type { ColumnProfile, Profile } from '#core/profile/profile.ts'
import { twinsOf } from '#core/semantic/twins.ts'

const column = (name: string, sizes: readonly number[], nulls = 0): ColumnProfile => ({
  name,
  type: 'text',
  nulls,
  oddCount: 0,
  odd: [],
  distinct: { count: sizes.length, exact: true },
  top: sizes.map((count, at) => ({ value: `${name}${at}`, count })),
  numbers: null,
  text: null,
})
const profileOf = (rows: number, ...columns: readonly ColumnProfile[]): Pick<Profile, 'rows' | 'columns'> => ({
  rows,
  columns,
})
const twins = (profile: Pick<Profile, 'rows' | 'columns'>) => [...twinsOf(profile)]

test('a column whose groups are as large as another’s is its twin', () => {
  const profile = profileOf(
    891,
    column('pclass', [491, 216, 184]),
    column('sex', [577, 314]),
    column('class', [491, 216, 184]),
  )
  expect(twins(profile)).toEqual([['class', 'pclass']])
})

test('groups of one size, few rows or other gaps prove nothing', () => {
  expect(twins(profileOf(100, column('a', [50, 50]), column('b', [50, 50])))).toEqual([])
  expect(twins(profileOf(9, column('a', [5, 4]), column('b', [5, 4])))).toEqual([])
  expect(twins(profileOf(100, column('a', [60, 30], 10), column('b', [60, 30], 9)))).toEqual([])
})
