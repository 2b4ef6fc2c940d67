import { expect, test } from 'vitest'
import { dashboardsApart, ownDashboard } from '#web/app/workspace.ts'

const entry = (id: string, dataset: string | null, title: string) => ({
  id,
  dataset,
  title,
  tiles: 3,
  updatedAt: '2026-01-01T00:00:00.000Z',
})
const shop = { id: 'shop', name: 'Shop orders' }

test('a dataset’s own dashboard is not listed beside it under the same name', () => {
  const list = [entry('later', 'shop', 'Shop orders'), entry('first', 'shop', 'Shop orders')]
  expect(ownDashboard(list, 'shop')?.id).toBe('first')
  expect(dashboardsApart(list, [shop]).map(({ id }) => id)).toEqual(['later'])
})

test('dashboards with names of their own, and of no listed dataset, stay listed', () => {
  const list = [
    entry('renamed', 'shop', 'For the board'),
    entry('other', 'gone', 'Shop orders'),
    entry('free', null, 'X'),
  ]
  expect(dashboardsApart(list, [shop])).toEqual(list)
})
