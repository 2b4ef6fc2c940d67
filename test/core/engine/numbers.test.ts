import { describe, expect, test } from 'vitest'
import type { QueryInput } from '#core/query/query.ts'
import { dataset, numbers, rows, rowsOf, sourceOf, texts } from './asking.ts'

describe('numbers', () => {
  test('[E2] small numbers survive among large ones that cancel', async () => {
    const values = Array.from({ length: 300_000 }, (_, row) => [1e16, 1, -1e16][row % 3] ?? 0)
    const [total] = await rowsOf(
      {
        dataset,
        measures: [
          { aggregate: 'sum', column: 'n', as: 's' },
          { aggregate: 'mean', column: 'n', as: 'm' },
        ],
      },
      sourceOf(numbers('n', 'decimal', values)),
    )
    expect(total).toEqual({ s: 100_000, m: 1 / 3 })
  })

  test('[E2] a million tenths are a hundred thousand, per group too', async () => {
    const source = sourceOf(
      numbers(
        'n',
        'decimal',
        Array.from({ length: 1_000_000 }, () => 0.1),
      ),
      texts(
        'g',
        Array.from({ length: 1_000_000 }, (_, row) => 'ab'[row % 2] ?? ''),
      ),
    )
    expect(await rowsOf({ dataset, measures: [{ aggregate: 'sum', column: 'n', as: 's' }] }, source)).toEqual([
      { s: 100_000 },
    ])
    expect(
      await rowsOf(
        { dataset, dimensions: [{ column: 'g' }], measures: [{ aggregate: 'sum', column: 'n', as: 's' }] },
        source,
      ),
    ).toEqual([
      { g: 'a', s: 50_000 },
      { g: 'b', s: 50_000 },
    ])
  })

  test('[E2] infinity stays infinity', async () => {
    const source = sourceOf(numbers('n', 'decimal', [1, Infinity, 2]))
    expect((await rowsOf({ dataset, measures: [{ aggregate: 'sum', column: 'n', as: 's' }] }, source))[0]).toEqual({
      s: Infinity,
    })
  })

  test.each<[string, (number | null)[], number | null]>([
    ['odd', [3, 1, 2], 2],
    ['even', [4, 1, 3, 2], 2.5],
    ['with nulls', [null, 5, null], 5],
    ['all alike', [7, 7, 7, 7], 7],
    ['none', [null, null], null],
    ['huge', [Number.MAX_VALUE, Number.MAX_VALUE], Number.MAX_VALUE],
  ])('[E3] median: %s', async (_, values, expected) => {
    expect(
      await rowsOf(
        { dataset, measures: [{ aggregate: 'median', column: 'n', as: 'm' }] },
        sourceOf(numbers('n', 'decimal', values)),
      ),
    ).toEqual([{ m: expected }])
  })

  test.each<['date' | 'timestamp', (string | null)[], string | null]>([
    ['date', ['2024-03-05', '2024-03-01', '2024-02-29'], '2024-03-01'],
    ['date', ['2024-03-01', null, '2024-03-04'], '2024-03-02'],
    ['date', ['1969-12-30', '1969-12-31'], '1969-12-30'],
    ['timestamp', ['2024-03-01T00:00:00.000Z', '2024-03-02T00:00:00.000Z'], '2024-03-01T12:00:00Z'],
    ['timestamp', ['1969-12-31T23:59:59.998Z', '1969-12-31T23:59:59.999Z'], '1969-12-31T23:59:59.998Z'],
    ['date', [null], null],
  ])('[E3] the median of moments is one of their own kind, rounded down: %s %j', async (type, values, expected) => {
    const at = values.map((value) => value && Date.parse(value))
    const [row] = await rowsOf(
      { dataset, measures: [{ aggregate: 'median', column: 'n', as: 'm' }] },
      sourceOf(numbers('n', type, at as (number | null)[])),
    )
    expect(row?.['m'] ?? null).toBe(expected)
  })

  test('[E3] median of sorted, reversed and sawtooth values', async () => {
    const size = 100_001
    for (const value of [
      (row: number) => row,
      (row: number) => size - 1 - row,
      (row: number) => (row * 50_021) % size,
    ]) {
      const source = sourceOf(
        numbers(
          'n',
          'integer',
          Array.from({ length: size }, (_, row) => value(row)),
        ),
      )
      expect(await rowsOf({ dataset, measures: [{ aggregate: 'median', column: 'n', as: 'm' }] }, source)).toEqual([
        { m: 50_000 },
      ])
    }
  })

  test('[E4] nulls are no values', async () => {
    const source = sourceOf(numbers('n', 'integer', [null, null]), texts('t', [null, null]))
    const measures = (['count', 'distinct', 'sum', 'mean', 'min', 'max'] as const).map((aggregate) => ({
      aggregate,
      column: 'n',
      as: aggregate,
    }))
    expect(
      await rowsOf({ dataset, measures: [...measures, rows, { aggregate: 'max', column: 't', as: 'text' }] }, source),
    ).toEqual([{ count: 0, distinct: 0, sum: null, mean: null, min: null, max: null, rows: 2, text: null }])
  })

  test('[E5] shares are of what passes the filters, and of nothing there are none', async () => {
    const source = sourceOf(
      texts('g', ['a', 'b', 'b', 'c']),
      numbers('n', 'integer', [1, 2, 1, 4]),
      numbers('zero', 'integer', [0, 0, 0, 0]),
    )
    const share = (column: string): QueryInput => ({
      dataset,
      dimensions: [{ column: 'g' }],
      measures: [{ aggregate: 'sum', column, share: true, as: 's' }],
      filters: [{ op: 'less', column: 'n', value: 4 }],
    })
    expect(await rowsOf(share('n'), source)).toEqual([
      { g: 'b', s: 0.75 },
      { g: 'a', s: 0.25 },
    ])
    expect(await rowsOf(share('zero'), source)).toEqual([
      { g: 'a', s: null },
      { g: 'b', s: null },
    ])
  })

  test('[E5] a share with its own filter is of all rows, or of those of its group', async () => {
    const source = sourceOf(texts('g', ['a', 'a', 'b', 'b', 'b']), texts('sex', ['f', 'm', 'f', 'f', 'm']))
    const women = { aggregate: 'count', filter: { op: 'in', column: 'sex', values: ['f'] }, as: 's' } as const
    const dimensions = [{ column: 'g' }]
    expect(await rowsOf({ dataset, measures: [{ ...women, share: true }] }, source)).toEqual([{ s: 0.6 }])
    expect(await rowsOf({ dataset, measures: [{ ...women, share: 'group' }] }, source)).toEqual([{ s: 0.6 }])
    expect(await rowsOf({ dataset, dimensions, measures: [{ ...women, share: true }] }, source)).toEqual([
      { g: 'b', s: 0.4 },
      { g: 'a', s: 0.2 },
    ])
    expect(await rowsOf({ dataset, dimensions, measures: [{ ...women, share: 'group' }] }, source)).toEqual([
      { g: 'b', s: 2 / 3 },
      { g: 'a', s: 0.5 },
    ])
  })

  test('[E6] a measure’s filter leaves its groups in place', async () => {
    const source = sourceOf(texts('g', ['a', 'b']), numbers('n', 'integer', [1, 2]))
    const filter = { op: 'greater', column: 'n', value: 1 } as const
    const measures = [
      { aggregate: 'count', filter, as: 'c' },
      { aggregate: 'sum', column: 'n', filter, as: 's' },
    ] as const
    expect(await rowsOf({ dataset, dimensions: [{ column: 'g' }], measures: [...measures] }, source)).toEqual([
      { g: 'b', c: 1, s: 2 },
      { g: 'a', c: 0, s: null },
    ])
  })
})
