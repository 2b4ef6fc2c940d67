import { expect, test } from 'vitest'
import { rankCharts, recommendChart } from '#core/charts/recommend.ts'
import type { QueryInput } from '#core/query/query.ts'
import type { Table } from '#core/table/table.ts'
import { columnOf, dataOf, tableOf } from '../../support/chart-tables.ts'

const months = ['2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01']
const regions = ['North', 'South', 'East', 'West']
const sum = { aggregate: 'sum', column: 'Revenue' } as const
const profit = { aggregate: 'sum', column: 'Profit' } as const
const rating = { aggregate: 'mean', column: 'Rating' } as const
const month = { column: 'Order date', grain: 'month' } as const
const region = { column: 'Region' } as const
const revenue = columnOf('Total Revenue', 'decimal', [40, 30, 20, 10])
const named = columnOf('Region', 'text', regions)
const dated = columnOf('Order date (month)', 'date', months)
const many = Array.from({ length: 30 }, (_, at) => at)

type Case = readonly [string, string, Omit<QueryInput, 'dataset'>, Table]

test.each<Case>([
  ['one figure is a number', 'number', { measures: [sum] }, tableOf(columnOf('Total Revenue', 'decimal', [7]))],
  [
    'the winner of a ranking is a number',
    'number',
    { dimensions: [region], measures: [sum], limit: 1 },
    tableOf(columnOf('Region', 'text', ['West']), columnOf('Total Revenue', 'decimal', [7])),
  ],
  ['categories are bars', 'bar', { dimensions: [region], measures: [sum] }, tableOf(named, revenue)],
  [
    'two measures of one format are grouped bars',
    'bar',
    { dimensions: [region], measures: [sum, profit] },
    tableOf(named, revenue, columnOf('Total Profit', 'decimal', [4, 3, 2, 1])),
  ],
  [
    'two categories are grouped bars',
    'bar',
    { dimensions: [region, { column: 'Channel' }], measures: [sum] },
    tableOf(named, columnOf('Channel', 'text', ['Web', 'Web', 'Shop', 'Shop']), revenue),
  ],
  ['a measure over time is a line', 'line', { dimensions: [month], measures: [sum] }, tableOf(dated, revenue)],
  [
    'two months are bars',
    'bar',
    { dimensions: [month], measures: [sum] },
    tableOf(columnOf('Order date (month)', 'date', months.slice(2)), columnOf('Total Revenue', 'decimal', [1, 2])),
  ],
  [
    'the best months are bars, in their order',
    'bar',
    { dimensions: [month], measures: [sum], sort: [{ by: 'Total Revenue', direction: 'descending' }] },
    tableOf(dated, revenue),
  ],
  [
    'counted bins are a histogram',
    'histogram',
    { dimensions: [{ column: 'Revenue', bins: 10 }], measures: [{ aggregate: 'count' }] },
    tableOf(columnOf('Revenue (bins)', 'decimal', [0, 10, 20]), columnOf('Rows', 'integer', [5, 3, 1])),
  ],
  [
    'two measures of many groups are dots',
    'scatter',
    { dimensions: [{ column: 'Product' }], measures: [sum, rating] },
    tableOf(
      columnOf('Product', 'text', many.map(String)),
      columnOf('Total Revenue', 'decimal', many),
      columnOf('Average Rating', 'decimal', many),
    ),
  ],
  [
    'listed rows are a table',
    'table',
    { columns: ['Region', 'Revenue'] },
    tableOf(named, columnOf('Revenue', 'decimal', [1, 2, 3, 4])),
  ],
  [
    'three dimensions are a table',
    'table',
    { dimensions: [region, { column: 'Channel' }, { column: 'Product' }], measures: [sum] },
    tableOf(named, columnOf('Channel', 'text', regions), columnOf('Product', 'text', regions), revenue),
  ],
])('%s', (_, type, asked, table) => {
  expect(recommendChart(dataOf(asked, table)).type).toBe(type)
})

test('every suggestion comes with its reason, and the best comes first', () => {
  const ranked = rankCharts(dataOf({ dimensions: [month], measures: [sum] }, tableOf(dated, revenue)))
  expect(ranked[0]).toMatchObject({ type: 'line', reason: 'A line shows how it moved along order date.' })
  expect(ranked.length).toBeGreaterThan(2)
})
