import { describe, expect, test } from 'vitest'
import type { Dimension } from '#core/query/dimension.ts'
import type { Filter } from '#core/query/filter.ts'
import { type SemanticColumn, type SemanticModel, undecided } from '#core/semantic/semantic-model.ts'
import { describeFilter } from '#web/ui/filters/describe-filter.ts'
import { filterOfKey } from '#core/query/filter-of-key.ts'
import { toggleFilter } from '#web/features/dashboard/mark-filter.ts'

const column = (
  name: string,
  type: SemanticColumn['type'],
  format: SemanticColumn['format'] = 'text',
): SemanticColumn => ({
  name,
  label: name,
  type,
  format,
  role: 'dimension',
  synonyms: [],
  aggregates: ['count'],
  kind: 'category',
  isSensitive: false,
  defaultAggregate: 'count',
  distinct: 3,
  nulls: 0,
  range: null,
  values: [],
})
const model: SemanticModel = {
  ...undecided,
  dataset: 'd',
  name: 'Sales',
  rows: 10,
  entity: 'order',
  timeColumn: 'Date',
  timeGrain: 'month',
  columns: [column('Region', 'text'), column('Date', 'date', 'date'), column('Price', 'decimal', 'number')],
}
const north: Filter = { op: 'in', column: 'Region', values: ['North'] }

test.each([
  [{ part: 'dayOfWeek', values: [6, 7] }, 'Date is on Sat or Sun'],
  [{ part: 'monthOfYear', values: [3] }, 'Date is in Mar'],
  [{ part: 'hourOfDay', values: [9] }, 'Date is at 09:00'],
  [{ part: 'weekOfYear', values: [1] }, 'Date is in week 1'],
] as const)('what recurs is said in words: %j', (told, words) => {
  const filter: Filter = { op: 'part', column: 'Date', ...told }
  expect(describeFilter(filter, model)).toBe(words)
  expect(describeFilter({ op: 'not', filter }, model)).toBe(words.replace(' is ', ' is not '))
})

describe('a mark stands for', () => {
  test.each<[string, Dimension, string | number | null, Filter]>([
    ['its value', { column: 'Region' }, 'North', north],
    ['no value', { column: 'Region' }, null, { op: 'isNull', column: 'Region' }],
    ['its month', { column: 'Date', grain: 'month' }, '2024-02-01', within('2024-02-01', '2024-03-01')],
    ['its quarter', { column: 'Date', grain: 'quarter' }, '2024-10-01', within('2024-10-01', '2025-01-01')],
    ['its week', { column: 'Date', grain: 'week' }, '2024-02-26', within('2024-02-26', '2024-03-04')],
    [
      'its hour',
      { column: 'Date', grain: 'hour' },
      '2024-02-26T23:00:00Z',
      within('2024-02-26T23:00:00Z', '2024-02-27T00:00:00Z'),
    ],
    [
      'its bin',
      { column: 'Price', bins: 10 },
      20,
      {
        op: 'and',
        filters: [
          { op: 'greaterOrEqual', column: 'Price', value: 20 },
          { op: 'less', column: 'Price', value: 25 },
        ],
      },
    ],
  ])('%s', (_, dimension, key, expected) => {
    expect(filterOfKey(dimension, key, 5)).toEqual(expected)
  })

  function within(from: string, before: string): Filter {
    return {
      op: 'and',
      filters: [
        { op: 'greaterOrEqual', column: 'Date', value: from },
        { op: 'less', column: 'Date', value: before },
      ],
    }
  }
})

describe('a filter on a column', () => {
  const south: Filter = { op: 'in', column: 'Region', values: ['South'] }
  test('takes the place of the one before, and goes when chosen again', () => {
    expect(toggleFilter([], north)).toEqual([north])
    expect(toggleFilter([north], south)).toEqual([south])
    expect(toggleFilter([south], south)).toEqual([])
  })
})

describe('a filter in words', () => {
  test.each<[Filter, string]>([
    [north, 'Region is North'],
    [{ op: 'in', column: 'Region', values: ['North', 'South'] }, 'Region is North or South'],
    [{ op: 'in', column: 'Region', values: ['A', 'B', 'C', 'D', 'E'] }, 'Region is A, B or 3 more'],
    [{ op: 'isNull', column: 'Region' }, 'Region is empty'],
    [{ op: 'contains', column: 'Region', text: 'or' }, 'Region contains “or”'],
    [{ op: 'greaterOrEqual', column: 'Price', value: 5 }, 'Price at least 5'],
    [{ op: 'between', column: 'Price', from: 5, to: 9 }, 'Price 5 – 9'],
    [{ op: 'not', filter: north }, 'Region is not North'],
    [{ op: 'or', filters: [north, { op: 'isNull', column: 'Region' }] }, 'Region is North or Region is empty'],
    [
      {
        op: 'and',
        filters: [
          { op: 'greaterOrEqual', column: 'Date', value: '2024-03-01' },
          { op: 'less', column: 'Date', value: '2024-04-01' },
        ],
      },
      'Date 1 Mar 2024 – 31 Mar 2024',
    ],
  ])('%j is “%s”', (filter, words) => {
    expect(describeFilter(filter, model)).toBe(words)
  })
})
