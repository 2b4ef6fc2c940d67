import { expect, test } from 'vitest'
import { recentFirst } from '#web/app/recent.ts'
import { matching } from '#web/features/palette/model.ts'

const commands = ['Coffee orders', 'Orders 2024', 'Recently deleted', 'Reorders', 'SQL'].map((text) => ({ text }))
const met = (typed: string) => matching(commands, typed).map(({ text }) => text)

test('a name that begins so stands before a word that does, and that before the middle of a word', () => {
  expect(met('orders')).toEqual(['Orders 2024', 'Coffee orders', 'Reorders'])
  expect(met('ord 20')).toEqual(['Orders 2024'])
  expect(met('tea')).toEqual([])
})

test('nothing typed shows the first dozen, in their order', () => {
  expect(met('')).toEqual(commands.map(({ text }) => text))
  expect(
    matching(
      Array.from({ length: 40 }, (_, at) => ({ text: `Item ${at}` })),
      '',
    ),
  ).toHaveLength(12)
})

test('what was opened last stands first; the others stay as they came', () => {
  const list = ['a', 'b', 'c', 'd'].map((id) => ({ id }))
  expect(recentFirst(list, ['c', 'gone', 'b']).map(({ id }) => id)).toEqual(['c', 'b', 'a', 'd'])
})
