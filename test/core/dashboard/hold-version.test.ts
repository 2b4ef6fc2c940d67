import { expect, test } from 'vitest'
import { findDrift } from '#core/catalog/drift/find-drift.ts'
import { holdOf } from '#core/dashboard/hold-version.ts'
import { query } from '#core/query/query.ts'
import { loadText } from '../../support/load-text.ts'

const csv = (head: string, row: (at: number) => string): string =>
  [head, ...Array.from({ length: 60 }, (_, at) => row(at))].join('\n')

const before = csv('region,product,amount,day', (at) => `R${at % 4},P${at % 7},${at * 3},2024-01-${10 + (at % 20)}`)
const tile = (title: string, column: string) => ({
  title,
  query: query.parse({ dataset: 'd', dimensions: [{ column }], measures: [{ aggregate: 'sum', column: 'amount' }] }),
})
const tiles = [tile('By region', 'region'), tile('By product', 'product')]

async function held(after: string) {
  const [old, fresh] = [await loadText('sales.csv', before), await loadText('sales.csv', after)]
  const drift = findDrift(old.profile, fresh.profile)
  return holdOf({ before: old.model, after: fresh.model, drift, tiles })
}

test.each([
  [
    'of the same columns',
    csv('region,product,amount,day', (at) => `R${at % 5},P${at},${at},2025-02-${10 + (at % 20)}`),
  ],
  ['with a column more', csv('region,product,amount,day,note', (at) => `R${at},P${at},${at},2025-02-11,n${at}`)],
  ['without a column that no tile asks', csv('region,product,amount', (at) => `R${at % 4},P${at % 7},${at}`)],
])('a version %s becomes current by itself', async (_, after) => {
  expect(await held(after)).toBeNull()
})

test('a version that breaks tiles waits, and says which and by what', async () => {
  const hold = await held(csv('product,amount,day', (at) => `P${at % 7},${at},2024-01-${10 + (at % 20)}`))
  expect(hold).toEqual({ isUnrelated: false, columns: ['region'], tiles: ['By region'] })
})

test('another table waits, whether tiles ask it or not', async () => {
  const hold = await held(csv('sensor,celsius,at', (at) => `s${at % 3},${at / 2},2025-03-01`))
  expect(hold).toMatchObject({ isUnrelated: true, tiles: ['By region', 'By product'] })
  const [old, fresh] = [
    await loadText('a.csv', before),
    await loadText(
      'a.csv',
      csv('x,y', (at) => `${at},${at * 2}`),
    ),
  ]
  const drift = findDrift(old.profile, fresh.profile)
  expect(holdOf({ before: old.model, after: fresh.model, drift, tiles: [] })?.isUnrelated).toBe(true)
})
