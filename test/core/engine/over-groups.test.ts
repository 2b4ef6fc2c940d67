import { describe, expect, test } from 'vitest'
import { partOfSource } from '#core/engine/parts/part-of-source.ts'
import { runInParts } from '#core/engine/parts/run-in-parts.ts'
import { runPart } from '#core/engine/parts/run-part.ts'
import { query, type QueryInput } from '#core/query/query.ts'
import { tableSource } from '#core/table/table-source.ts'
import { toRows } from '#core/table/table.ts'
import { answer, dataset, numbers, rows, rowsOf, sourceOf, texts } from './asking.ts'

/** Five customers with 3, 2, 1, 1 and, unnamed, 1 orders. */
const orders = sourceOf(
  texts('customer', ['a', 'a', 'a', 'b', 'b', 'c', 'd', null]),
  texts('region', ['N', 'N', 'S', 'N', 'N', 'S', 'S', null]),
  numbers('sales', 'decimal', [10, 20, 30, 5, 15, 100, null, 8]),
)
const asked = (input: Omit<QueryInput, 'dataset'>) => rowsOf({ dataset, ...input }, orders)
const byCustomer = {
  dimensions: [{ column: 'customer' }],
  measures: [rows, { aggregate: 'sum', column: 'sales', as: 'spent' } as const],
}

describe('[S6] groups that a Query is over', () => {
  test('are its rows', async () => {
    const measures = [rows, { aggregate: 'mean', column: 'rows', as: 'each' } as const]
    expect(await asked({ groups: byCustomer, measures })).toEqual([{ rows: 5, each: 8 / 5 }])
  })

  test('are chosen by their own conditions', async () => {
    const groups = { ...byCustomer, having: [{ op: 'greater' as const, column: 'rows', value: 1 }] }
    expect(await asked({ groups, measures: [rows] })).toEqual([{ rows: 2 }])
  })

  test('have what their measures have, nulls included', async () => {
    const measures = [{ aggregate: 'count', column: 'spent', as: 'known' } as const]
    expect(await asked({ groups: byCustomer, measures })).toEqual([{ known: 4 }])
  })

  test('are grouped again by their results', async () => {
    expect(
      await asked({ groups: byCustomer, dimensions: [{ column: 'rows', as: 'orders' }], measures: [rows] }),
    ).toEqual([
      { orders: 1, rows: 3 },
      { orders: 2, rows: 1 },
      { orders: 3, rows: 1 },
    ])
  })

  test('are of the rows that pass', async () => {
    const filters = [{ op: 'in' as const, column: 'region', values: ['N'] }]
    expect(await asked({ groups: byCustomer, measures: [rows], filters })).toEqual([{ rows: 2 }])
  })

  test('are of the rows that are among the first', async () => {
    const top = [{ column: 'region', count: 1, by: { aggregate: 'sum' as const, column: 'sales' } }]
    expect(await asked({ groups: byCustomer, measures: [rows], top })).toEqual([{ rows: 3 }])
  })

  test('may be computed by formulas, and so may their figures', async () => {
    const groups = {
      ...byCustomer,
      measures: [{ aggregate: 'formula' as const, formula: 'sum([sales]) / count()', as: 'per' }],
    }
    const measures = [{ aggregate: 'formula' as const, formula: 'max([per]) - min([per])', as: 'span' }]
    expect(await asked({ groups, measures })).toEqual([{ span: 92 }])
  })

  test('are put together from parts of the rows', async () => {
    const half = (from: number, to: number) => ({
      rows: to - from,
      columns: [
        numbers(
          'key',
          'integer',
          Array.from({ length: to - from }, (_, at) => (from + at) % 7),
        ),
      ],
    })
    const source = tableSource([half(0, 40), half(40, 90)])
    const groups = { dimensions: [{ column: 'key' }], measures: [rows], having: [] }
    const asking = query.parse({ dataset, groups, measures: [{ aggregate: 'max', column: 'rows', as: 'most' }, rows] })
    const inParts = await runInParts(asking, source, (plain) =>
      Promise.all([0, 1].map((index) => runPart(plain, partOfSource(source, { index, of: 2 })))),
    )
    expect(inParts.ok && toRows(inParts.value)).toEqual([{ most: 13, rows: 7 }])
  })

  test('may be bins, and be put into bins', async () => {
    const groups = { dimensions: [{ column: 'sales', bins: 5 }], measures: [rows] }
    expect(
      await asked({ groups, dimensions: [{ column: 'rows', bins: 3 }], measures: [{ ...rows, as: 'n' }] }),
    ).toEqual([
      { 'rows (bins)': 1, n: 2 },
      { 'rows (bins)': 2, n: 1 },
      { 'rows (bins)': 4, n: 1 },
    ])
  })
})

describe('[S7] an aggregate to compare with', () => {
  const above = { op: 'against', column: 'sales', is: 'greater', aggregate: 'mean' } as const
  const count = { measures: [rows] }

  test.each<[string, Omit<QueryInput, 'dataset'>, number]>([
    ['is of all rows', { ...count, filters: [above] }, 2],
    [
      'is of those that pass the other filters',
      { ...count, filters: [{ op: 'in', column: 'region', values: ['N'] }, above] },
      2,
    ],
    [
      'is of those of the same group',
      { ...count, filters: [{ ...above, is: 'greaterOrEqual', within: ['region'] }] },
      4,
    ],
    ['may be multiplied', { ...count, filters: [{ ...above, times: 2 }] }, 1],
    [
      'may be a quantile',
      { ...count, filters: [{ ...above, aggregate: 'quantile', quantile: 1, is: 'greaterOrEqual' }] },
      1,
    ],
    ['may be turned round', { ...count, filters: [{ op: 'not', filter: above }] }, 6],
    ['may be of what a measure counts', { measures: [{ ...rows, filter: above }] }, 2],
    [
      'is none of no values',
      {
        ...count,
        filters: [
          { op: 'in', column: 'customer', values: ['d'] },
          { ...above, is: 'lessOrEqual' },
        ],
      },
      0,
    ],
  ])('%s', async (_, input, expected) => {
    expect(await asked(input)).toEqual([{ rows: expected }])
  })

  test('is of groups, in their conditions', async () => {
    const having = [{ ...above, column: 'spent' }]
    expect(await asked({ ...byCustomer, having, sort: [] })).toEqual([
      { customer: 'a', rows: 3, spent: 60 },
      { customer: 'c', rows: 1, spent: 100 },
    ])
    expect(await asked({ groups: { ...byCustomer, having }, measures: [rows] })).toEqual([{ rows: 2 }])
  })

  test('is of groups, where figures of groups are counted', async () => {
    const measures = [{ ...rows, filter: { ...above, column: 'spent' }, share: true as const }]
    expect(await asked({ groups: byCustomer, measures })).toEqual([{ rows: 2 / 5 }])
  })

  test('is refused within more than a hundred groups', async () => {
    const many = sourceOf(
      texts(
        'key',
        Array.from({ length: 101 }, (_, at) => `k${at}`),
      ),
      numbers(
        'sales',
        'integer',
        Array.from({ length: 101 }, (_, at) => at),
      ),
    )
    const asking = answer({ dataset, ...count, filters: [{ ...above, within: ['key'] }] }, many)
    await expect(asking).rejects.toThrow('query/too-large')
  })
})
