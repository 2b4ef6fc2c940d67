import { describe, expect, test } from 'vitest'
import { query, type QueryInput } from '#core/query/query.ts'
import { totalsOf } from '#core/query/totals.ts'
import { dataset, moments, numbers, rowsOf, sourceOf, texts } from './asking.ts'

const sum = { aggregate: 'sum', column: 'sales', as: 'sales' } as const

/** One sale a day from the beginning of 2023 to the end of 2024, each of its day's number, at two shops in turn. */
const days = Array.from({ length: 731 }, (_, day) => new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10))
const daily = sourceOf(
  moments('day', days, 'date'),
  texts(
    'shop',
    days.map((_, day) => 'ab'[day % 2] ?? ''),
  ),
  numbers(
    'sales',
    'integer',
    days.map((_, day) => day + 1),
  ),
)
const asked = (input: Omit<QueryInput, 'dataset'>) => rowsOf({ dataset, ...input }, daily)
const from = (first: string, last: string) => ({ op: 'between', column: 'day', from: first, to: last }) as const
const total = (first: string, last: string): number =>
  days.reduce((all, day, at) => (day >= first && day <= last ? all + at + 1 : all), 0)

describe('[S2] a comparison', () => {
  test.each([
    ['a whole month with the month before', from('2024-03', '2024-03'), 'previousPeriod', ['2024-02-01', '2024-02-29']],
    ['two months with two', from('2024-03', '2024-04'), 'previousPeriod', ['2024-01-01', '2024-02-29']],
    ['ten days with ten', from('2024-03-11', '2024-03-20'), 'previousPeriod', ['2024-03-01', '2024-03-10']],
    [
      'a part of a month with the year before',
      from('2024-02-10', '2024-02-29'),
      'previousYear',
      ['2023-02-10', '2023-02-28'],
    ],
  ] as const)('sets %s', async (_, filter, to, [first, last]) => {
    const [row] = await asked({ measures: [sum], filters: [filter], compare: { to, column: 'day' } })
    const [now, then] = [total(`${filter.from}-01`.slice(0, 10), `${filter.to}-31`.slice(0, 10)), total(first, last)]
    expect(row).toEqual({
      sales: now,
      'Previous sales': then,
      'Change in sales': now - then,
      'Change in sales (%)': expect.closeTo((now - then) / then, 12),
    })
  })

  test('groups along a grain stand beside those a grain, or a year, before; by shop each beside its own', async () => {
    const monthly: Omit<QueryInput, 'dataset'> = {
      dimensions: [{ column: 'day', grain: 'month', as: 'month' }, { column: 'shop' }],
      measures: [sum],
      filters: [from('2024', '2024')],
    }
    const all = await asked({ ...monthly, filters: [] })
    const before = (month: unknown, shop: unknown, back: number): unknown => {
      const [year = 0, number = 0] = String(month).split('-').map(Number)
      const wanted = new Date(Date.UTC(year, number - 1 - back, 1)).toISOString().slice(0, 10)
      return all.find((row) => row['month'] === wanted && row['shop'] === shop)?.['sales']
    }
    for (const [to, back] of [
      ['previousPeriod', 1],
      ['previousYear', 12],
    ] as const) {
      const rows = await asked({ ...monthly, compare: { to } })
      expect(rows).toHaveLength(24)
      for (const row of rows) expect(row['Previous sales']).toBe(before(row['month'], row['shop'], back))
    }
  })

  test('[S3] what was not there before is null, and so is its change; so is a percentage of nothing', async () => {
    const source = sourceOf(
      moments('day', ['2024-01-05', '2024-02-05', '2024-03-05'], 'date'),
      numbers('sales', 'integer', [0, 5, -5]),
    )
    const rows = await rowsOf(
      {
        dataset,
        dimensions: [{ column: 'day', grain: 'month', as: 'month' }],
        measures: [sum],
        compare: { to: 'previousPeriod' },
      },
      source,
    )
    expect(rows.map((row) => Object.values(row).slice(1))).toEqual([
      [0, null, null, null],
      [5, 0, 5, null],
      [-5, 5, -10, -2],
    ])
  })

  test('weeks are compared with those 52 weeks before', async () => {
    const [row] = await asked({
      dimensions: [{ column: 'day', grain: 'week', as: 'week' }],
      measures: [sum],
      filters: [from('2024-03-04', '2024-03-10')],
      compare: { to: 'previousYear' },
    })
    expect(row).toMatchObject({ week: '2024-03-04', 'Previous sales': total('2023-03-06', '2023-03-12') })
  })

  test('[S4] groups are chosen, sorted and cut by what has changed', async () => {
    const rows = await asked({
      dimensions: [{ column: 'day', grain: 'month', as: 'month' }],
      measures: [sum],
      filters: [from('2023', '2023')],
      compare: { to: 'previousPeriod' },
      having: [{ op: 'greater', column: 'Change in sales', value: 0 }],
      sort: [{ by: 'Change in sales (%)', direction: 'descending' }],
      limit: 1,
    })
    expect(rows.map(({ month }) => month)).toEqual(['2023-02-01'])
  })
})

describe('[S1] the first by a measure', () => {
  const source = sourceOf(
    texts('shop', ['a', 'b', 'c', null, 'b', 'd']),
    numbers('sales', 'integer', [1, 5, 3, 100, 5, 3]),
    texts('kind', ['x', 'x', 'y', 'y', 'y', 'x']),
  )
  const top = { column: 'shop', by: sum, count: 2 } as const
  test('are values, never the missing one; ties by their names', async () => {
    const rows = await rowsOf({ dataset, dimensions: [{ column: 'shop' }], measures: [sum], top: [top] }, source)
    expect(rows.map(({ shop }) => shop)).toEqual(['b', 'c'])
  })
  test('are of the rows that pass the filters', async () => {
    const filters = [{ op: 'in' as const, column: 'kind', values: ['y'] }]
    const rows = await rowsOf(
      { dataset, columns: ['shop', 'sales'], filters, top: [{ ...top, count: 1, direction: 'ascending' }] },
      source,
    )
    expect(rows).toEqual([{ shop: 'c', sales: 3 }])
  })
})

describe('[W1] windows', () => {
  const source = sourceOf(
    texts('shop', ['a', 'a', 'b', 'a', 'b', 'b']),
    moments('day', ['2024-01-01', '2024-01-02', '2024-01-01', '2024-01-03', '2024-01-02', '2024-01-03'], 'date'),
    numbers('sales', 'integer', [1, 2, 10, null, 20, 20]),
  )
  const dimensions = [{ column: 'shop' }, { column: 'day', grain: 'day', as: 'on' }] as const
  const values = async (over: NonNullable<NonNullable<QueryInput['measures']>[number]['over']>) => {
    const rows = await rowsOf(
      {
        dataset,
        dimensions: [...dimensions],
        measures: [{ ...sum, over }],
        sort: [{ by: 'shop', direction: 'ascending' }],
      },
      source,
    )
    return rows.map(({ sales }) => sales)
  }
  test('[W2] a running total runs along time, in each shop', async () => {
    expect(await values({ window: 'runningTotal' })).toEqual([1, 3, 3, 10, 30, 50])
  })
  test('[W2] a moving average is of the groups that are there', async () => {
    expect(await values({ window: 'movingAverage', groups: 2 })).toEqual([1, 1.5, 2, 10, 15, 20])
  })
  test('[W3] equal values share a rank, and a null has none', async () => {
    expect(await values({ window: 'rank' })).toEqual([5, 4, null, 3, 1, 1])
  })
})

describe('[S5] totals', () => {
  const input = query.parse({
    dataset,
    dimensions: [{ column: 'shop' }, { column: 'day', grain: 'year', as: 'year' }],
    measures: [
      { aggregate: 'distinct', column: 'shop', as: 'shops' },
      { ...sum, over: { window: 'rank' }, as: 'place' },
    ],
    limit: 1,
  })
  test('are computed of the rows, level by level', async () => {
    const totals = totalsOf(input)
    expect(totals.map(({ dimensions }) => dimensions)).toEqual([['shop'], []])
    expect(await Promise.all(totals.map((one) => rowsOf(one.query, daily)))).toEqual([
      [
        { shop: 'a', shops: 1 },
        { shop: 'b', shops: 1 },
      ],
      [{ shops: 2 }],
    ])
  })
  test('of a pivot are those of its rows, its columns and all', () => {
    const kept = totalsOf({ ...input, pivot: 'year' }).map(({ dimensions }) => dimensions)
    expect(kept).toEqual([['shop'], ['year'], []])
  })
})

describe('[C4] time zones', () => {
  const source = sourceOf(
    moments('at', ['2024-10-26T22:30:00Z', '2024-10-27T00:30:00Z', '2024-10-27T01:30:00Z', '2024-10-27T23:30:00Z']),
  )
  const timeZone = 'Europe/Berlin'
  const rows = { aggregate: 'count', as: 'rows' } as const
  test('an hour that comes twice is two groups', async () => {
    const hours = await rowsOf(
      { dataset, timeZone, dimensions: [{ column: 'at', grain: 'hour', as: 'hour' }], measures: [rows] },
      source,
    )
    expect(hours.map(({ hour }) => hour)).toEqual([
      '2024-10-26T22:00:00Z',
      '2024-10-27T00:00:00Z',
      '2024-10-27T01:00:00Z',
      '2024-10-27T23:00:00Z',
    ])
  })
  test('days and hours of the day are local', async () => {
    const days = await rowsOf(
      { dataset, timeZone, dimensions: [{ column: 'at', grain: 'day', as: 'day' }], measures: [rows] },
      source,
    )
    expect(days).toEqual([
      { day: '2024-10-27', rows: 3 },
      { day: '2024-10-28', rows: 1 },
    ])
    const parts = await rowsOf(
      { dataset, timeZone, dimensions: [{ column: 'at', part: 'hourOfDay', as: 'hour' }], measures: [rows] },
      source,
    )
    expect(parts).toEqual([
      { hour: 0, rows: 2 },
      { hour: 2, rows: 2 },
    ])
  })
  test('a day in a filter is local, with its 25 hours', async () => {
    const filters = [{ op: 'in' as const, column: 'at', values: ['2024-10-27'] }]
    expect(await rowsOf({ dataset, timeZone, measures: [rows], filters }, source)).toEqual([{ rows: 3 }])
  })
})
