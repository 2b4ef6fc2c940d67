import { expect, test } from 'vitest'
import { versionsToDrop, type Kept } from '#core/catalog/versions-to-drop.ts'

const version = (number: number, differs: Partial<Kept> = {}): Kept => ({
  id: `v${number}`,
  number,
  status: 'ready',
  basedOnId: null,
  createdAt: number * 100,
  ...differs,
})
const five = [1, 2, 3, 4, 5].map((number) => version(number))
const all = { newest: 100, madeSince: 0 }

type Case = { readonly current: string; readonly newest?: number; readonly madeSince?: number }

test.each<[string, readonly Kept[], Case, readonly string[]]>([
  ['nothing goes while there are few and they are young', five, { current: 'v5' }, []],
  ['those beyond the newest go', five, { current: 'v5', newest: 3 }, ['v2', 'v1']],
  ['those too old go, however few', five, { current: 'v5', madeSince: 250 }, ['v2', 'v1']],
  [
    'the current one stays, though it is the oldest',
    five,
    { current: 'v1', newest: 1, madeSince: 1000 },
    ['v5', 'v4', 'v3', 'v2'],
  ],
  [
    'what the current one is based on stays',
    [...five, version(6, { basedOnId: 'v2' })],
    { current: 'v6', newest: 1 },
    ['v5', 'v4', 'v3', 'v1'],
  ],
  [
    'one on its way stays, with what it is based on',
    [...five, version(6, { status: 'processing', basedOnId: 'v1' })],
    { current: 'v5', newest: 0, madeSince: 1000 },
    ['v4', 'v3', 'v2'],
  ],
  [
    'one that failed goes like any other',
    [...five, version(6, { status: 'failed' })],
    { current: 'v5', newest: 0 },
    ['v6', 'v4', 'v3', 'v2', 'v1'],
  ],
])('[V6] %s', (_, versions, { current, ...rule }, gone) => {
  expect(versionsToDrop(versions, current, { ...all, ...rule })).toEqual(gone)
})
