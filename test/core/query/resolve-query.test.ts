import { describe, expect, test } from 'vitest'
import { type QueryInput, query } from '#core/query/query.ts'
import { resolveQuery } from '#core/query/resolve-query.ts'

const now = Date.parse('2024-05-15T22:30:00Z')
const calendar = { timeZone: 'Europe/Berlin', weekStart: 'saturday', fiscalYearStart: 4 } as const
const count = { aggregate: 'count' } as const
const resolved = (input: Omit<QueryInput, 'dataset'>) =>
  resolveQuery(query.parse({ dataset: 'd', measures: [count], ...input }), { timeColumn: 'day', calendar }, now)

describe('what is told from now is told in dates', () => {
  const relative = { op: 'relative', column: 'day' } as const
  test.each([
    [{ direction: 'last', count: 30, grain: 'day' }, 'UTC', '2024-04-15', '2024-05-15'],
    [{ direction: 'last', count: 30, grain: 'day', withCurrent: true }, 'UTC', '2024-04-15', '2024-05-16'],
    [{ direction: 'last', count: 1, grain: 'day' }, 'Europe/Berlin', '2024-05-15', '2024-05-16'],
    [{ direction: 'this', grain: 'month' }, 'UTC', '2024-05-01', '2024-06-01'],
    [{ direction: 'this', grain: 'quarter' }, 'UTC', '2024-05-01', '2024-08-01'],
    [{ direction: 'next', count: 2, grain: 'week' }, 'UTC', '2024-05-19', '2024-06-02'],
    [
      { direction: 'last', count: 2, grain: 'hour' },
      'Asia/Kolkata',
      '2024-05-16T02:00:00.000',
      '2024-05-16T04:00:00.000',
    ],
  ] as const)('%j in %s', (told, timeZone, from, to) => {
    const { filters } = resolved({
      filters: [{ ...relative, ...told }],
      timeZone,
      weekStart: 'sunday',
      fiscalYearStart: 2,
    })
    expect(filters).toEqual([
      {
        op: 'and',
        filters: [
          { op: 'greaterOrEqual', column: 'day', value: from },
          { op: 'less', column: 'day', value: to },
        ],
      },
    ])
  })
  test('within other filters, and those of measures', () => {
    const not = { op: 'not', filter: { ...relative, direction: 'this', grain: 'year' } } as const
    const text = JSON.stringify(resolved({ filters: [not], measures: [{ ...count, filter: not }], having: [not] }))
    expect(text).not.toContain('relative')
  })
})

test('the model lends its time column to first and last, and to a comparison without a grain', () => {
  const { measures, compare } = resolved({
    measures: [
      { aggregate: 'first', column: 'n' },
      { aggregate: 'last', column: 'n', by: 'at' },
    ],
    compare: { to: 'previousYear' },
  })
  expect([...measures.map(({ by }) => by), compare?.column]).toEqual(['day', 'at', 'day'])
})

describe('the model lends its calendar', () => {
  test('[C8] part by part, where a Query leaves it out', () => {
    expect(resolved({})).toMatchObject(calendar)
    const own = { timeZone: 'Asia/Kolkata', weekStart: 'monday', fiscalYearStart: 1 } as const
    expect(resolved(own)).toMatchObject(own)
    expect(resolved({ weekStart: 'monday' })).toMatchObject({ ...calendar, weekStart: 'monday' })
  })

  test('and what is told from now is told in it', () => {
    const filters = [{ op: 'relative', column: 'day', direction: 'this', grain: 'day' }] as const
    const [told] = resolved({ filters: [...filters] }).filters
    expect(told).toMatchObject({ filters: [{ value: '2024-05-16' }, { value: '2024-05-17' }] })
  })
})

test('an unknown zone is left to be refused', () => {
  expect(resolved({ timeZone: 'Mars/Olympus' }).timeZone).toBe('Mars/Olympus')
})
