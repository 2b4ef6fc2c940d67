import { describe, expect, test } from 'vitest'
import { joinedSource, type OpenSource } from '#core/engine/joins/joined-source.ts'
import { runQuery } from '#core/engine/run-query.ts'
import { fail } from '#core/errors.ts'
import type { QueryInput } from '#core/query/query.ts'
import { validateQuery } from '#core/query/validate-query.ts'
import { ok } from '#core/result.ts'
import type { Source } from '#core/table/source.ts'
import { tableSource } from '#core/table/table-source.ts'
import { toRows } from '#core/table/table.ts'
import { numbers, sourceOf, texts } from './asking.ts'

const orders = tableSource([
  {
    rows: 3,
    columns: [texts('customer', ['a', 'b', 'z']), numbers('sales', 'integer', [1, 2, 4])],
  },
  {
    rows: 3,
    columns: [texts('customer', ['b', null, 'a']), numbers('sales', 'integer', [8, 16, 32])],
  },
])
const others: Record<string, Source> = {
  customers: sourceOf(
    texts('id', ['b', 'a', null, null, 'c']),
    texts('city', ['Berlin', 'Rome', 'Nowhere', 'Nowhere', null]),
    numbers('country', 'decimal', [49, 39, null, null, 1]),
  ),
  countries: sourceOf(numbers('code', 'integer', [39, 49]), texts('country', ['Italy', 'Germany'])),
  visits: sourceOf(texts('id', ['a', 'a'])),
}
const open: OpenSource = async (dataset) => {
  const source = others[dataset]
  return source ? ok(source) : fail('dataset/not-found')
}
const customer = { name: 'customer', dataset: 'customers', column: 'customer', key: 'id' } as const
const country = { name: 'country', dataset: 'countries', column: 'customer.country', key: 'code' } as const

async function answer(input: Omit<QueryInput, 'dataset'>) {
  const source = await joinedSource(orders, input.joins ?? [], open)
  if (!source.ok) return source
  const query = validateQuery({ dataset: 'orders', ...input }, source.value.fields)
  return query.ok ? runQuery(query.value, source.value) : query
}
async function rowsOf(input: Omit<QueryInput, 'dataset'>) {
  const result = await answer(input)
  if (!result.ok) throw new Error(result.error.message)
  return toRows(result.value)
}
const sales = { aggregate: 'sum', column: 'sales', as: 'sales' } as const

describe('[J1] columns of another dataset', () => {
  test('are found by a key, and null where it is not found or missing', async () => {
    const rows = await rowsOf({ joins: [customer], columns: ['sales', 'customer.city', 'customer.country'] })
    expect(rows.map((row) => Object.values(row))).toEqual([
      [1, 'Rome', 39],
      [2, 'Berlin', 49],
      [4, null, null],
      [8, 'Berlin', 49],
      [16, null, null],
      [32, 'Rome', 39],
    ])
  })
  test('group and filter, and never make a row count twice', async () => {
    expect(
      await rowsOf({ joins: [customer], dimensions: [{ column: 'customer.city', as: 'city' }], measures: [sales] }),
    ).toEqual([
      { city: 'Rome', sales: 33 },
      { city: null, sales: 20 },
      { city: 'Berlin', sales: 10 },
    ])
    const filters = [{ op: 'in' as const, column: 'customer.city', values: ['Rome'] }]
    expect(await rowsOf({ joins: [customer], measures: [sales], filters })).toEqual([{ sales: 33 }])
  })
  test('[J2] lead on to a third', async () => {
    expect(
      await rowsOf({
        joins: [customer, country],
        dimensions: [{ column: 'country.country', as: 'country' }],
        measures: [sales],
      }),
    ).toEqual([
      { country: 'Italy', sales: 33 },
      { country: null, sales: 20 },
      { country: 'Germany', sales: 10 },
    ])
  })
})

describe('[J3] a join that cannot be is refused in a sentence', () => {
  const count = { aggregate: 'count' } as const
  test.each([
    ['a key that repeats', { ...customer, dataset: 'visits' }, 'join/key-repeats'],
    ['a key that is not there', { ...customer, key: 'ident' }, 'join/no-column'],
    ['a column that is not here', { ...customer, column: 'costumer' }, 'query/unknown-column'],
    ['text to numbers', { ...customer, key: 'country' }, 'join/wrong-type'],
    ['a dataset of somebody else', { ...customer, dataset: 'theirs' }, 'dataset/not-found'],
  ])('%s', async (_, join, code) => {
    const measures = [{ ...count, column: 'customer.id' }]
    expect(await answer({ joins: [join], measures })).toMatchObject({ ok: false, error: { code } })
  })
  test('the same name twice', async () => {
    expect(await answer({ joins: [customer, customer], measures: [count] })).toMatchObject({
      ok: false,
      error: { code: 'join/same-name' },
    })
  })
  test('more rows than can be held', async () => {
    const ids = Array.from({ length: 1_000_001 }, (_, row) => row)
    others['many'] = sourceOf(numbers('id', 'integer', ids))
    const join = { ...customer, dataset: 'many', column: 'sales' }
    const result = await answer({ joins: [join], measures: [count] })
    expect(result.ok ? '' : result.error.message).toBe(
      '“customer” has 1,000,001 rows; up to 1,000,000 can be looked up in.',
    )
  })
})
