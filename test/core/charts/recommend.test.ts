import { expect, test } from 'vitest'
import { alternativesTo, chartFor, rankCharts, reasonFor, recommendChart } from '#core/charts/recommend.ts'
import { specOf } from '#core/charts/chart-spec.ts'
import { chartTypes } from '#core/charts/registry.ts'
import { sceneFor } from '#core/charts/scene-for.ts'
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

const listed = tableOf(named, revenue)
const list = dataOf({ columns: ['Region', 'Total Revenue'] }, listed)
const byRegion = dataOf({ dimensions: [region], measures: [sum] }, listed)

test.each([
  ['comparison', 'bar'],
  ['part', 'pie'],
] as const)('[CH10] a question that wants a %s of listed figures gets a %s', (want, type) => {
  expect(recommendChart(list).type).toBe('table')
  expect(recommendChart(list, { wants: [want] }).type).toBe(type)
})

test('[CH10] the chances of all charts that can show a result are 1 together', () => {
  const chances = rankCharts(byRegion, { wants: ['part'] }).map(({ score }) => score)
  expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1)
})

const numbered = dataOf(
  { dimensions: [{ column: 'Rating' }], measures: [sum] },
  tableOf(columnOf('Rating', 'integer', [1, 2, 3, 5]), revenue),
)

test.each([
  ['a line from region to region', 'line', byRegion],
  ['dots along groups that are numbers', 'scatter', numbered],
  ['bars of listed rows', 'bar', list],
  ['slices of listed rows', 'pie', list],
] as const)('[CH11] %s', (_, type, data) => {
  const spec = chartFor(specOf(type), data)
  expect(spec).toMatchObject({ type })
  expect(spec.remark).toBeUndefined()
  expect(sceneFor(spec, data).kind).not.toBe('empty')
})

test('[CH11] rows of one name are no bars, for one of them would hide the other', () => {
  const twice = dataOf(
    { columns: ['Region', 'Total Revenue'] },
    tableOf(columnOf('Region', 'text', ['North', 'North', 'East', 'West']), revenue),
  )
  expect(chartFor(specOf('bar'), twice)).toMatchObject({ type: 'table', remark: expect.stringContaining('bar chart') })
})

test('[CH12] the first alternatives are each of another family', () => {
  const shown = recommendChart(byRegion)
  const marks = [shown, ...alternativesTo(shown, byRegion)]
    .slice(0, 4)
    .map(({ type }) => chartTypes[type as 'bar'].mark)
  expect(new Set(marks).size).toBe(marks.length)
})

test('[CH12] the reason says what the question asks for, where that led to the chart', () => {
  expect(reasonFor(specOf('pie'), byRegion, { wants: ['part'] })).toBe(
    'The question asks for shares. Slices show what share each of the regions has.',
  )
  expect(reasonFor(specOf('bar'), byRegion)).toBe('Bars compare regions at a glance.')
})
