import { expect, test } from 'vitest'
import { chartData } from '#core/charts/chart-data.ts'
import { sceneFor } from '#core/charts/scene.ts'
import { dashboard as schema, type Tile } from '#core/dashboard/dashboard.ts'
import { designDashboard } from '#core/dashboard/design-dashboard.ts'
import { isTidy } from '#core/dashboard/layout.ts'
import { listsRows, nameOfDimension, nameOfMeasure } from '#core/query/query.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import { amount, columnOf, modelOf, moment, semantic, shop, tableOf } from '../../support/chart-tables.ts'

const newId = (at: number): string => `tile-${at}`
const titles = (model: SemanticModel): string[] => designDashboard(model, newId).tiles.map(({ title }) => title)
const kindOf = ({ chart }: Tile): 'number' | 'chart' | 'table' =>
  chart?.type === 'number' ? 'number' : chart?.type === 'table' ? 'table' : 'chart'

const text = (name: string, distinct: number) => semantic(name, { role: 'text', distinct })
const id = (name: string, distinct: number) => semantic(name, { role: 'id', distinct })

const models: Record<string, SemanticModel> = {
  'a shop': shop,
  'without time': modelOf([
    semantic('Species', { distinct: 3 }),
    amount('Sepal length', { format: 'number', defaultAggregate: 'mean' }),
    amount('Petal width', { format: 'number', defaultAggregate: 'mean' }),
  ]),
  'without measures': modelOf([
    moment('Reported'),
    semantic('City', { distinct: 30 }),
    semantic('Kind', { distinct: 6 }),
    id('Case', 1000),
  ]),
  'only numbers': modelOf([
    amount('Height', { format: 'number', defaultAggregate: 'mean' }),
    amount('Weight', { format: 'number', defaultAggregate: 'mean' }),
  ]),
  'one category': modelOf([semantic('Answer', { distinct: 4 })]),
  'one number': modelOf([amount('Score', { format: 'number', defaultAggregate: 'mean' })]),
  'one moment': modelOf([moment('Visited')]),
  'one unique text': modelOf([text('Name', 1000)]),
  'a constant': modelOf([semantic('Country', { distinct: 1 })]),
  'no rows': modelOf([semantic('Country', { distinct: 0 }), amount('Revenue', { distinct: 0, range: null })], {
    rows: 0,
  }),
  'mean only': modelOf([
    semantic('Region'),
    amount('Temperature', { format: 'number', aggregates: ['mean', 'min', 'max'], defaultAggregate: 'mean' }),
  ]),
  'a long name': modelOf([semantic('Region'), amount('Revenue')], { name: '  '.padEnd(400, 'x') }),
}

test('[D5, D6] a shop gets what a person would put on its wall', () => {
  expect(titles(shop)).toEqual([
    'Total revenue',
    'Orders',
    'Total profit',
    'Average rating',
    'Revenue over time',
    'Revenue by region',
    'Top 10 products by revenue',
    'Revenue by channel and region',
    'Distribution of revenue',
    'Profit against revenue by product',
    'Products by revenue',
  ])
})

test('[D4] without measures, rows are counted', () => {
  const [first] = titles(models['without measures'] as SemanticModel)
  expect(first).toBe('Orders')
  expect(titles(models['without measures'] as SemanticModel)).toContain('Orders over time')
})

test.each(Object.entries(models))('[D1] %s: numbers, then charts, then one table', (name, model) => {
  const kinds = designDashboard(model, newId).tiles.map(kindOf)
  const count = (kind: string): number => kinds.filter((each) => each === kind).length
  expect(kinds).toEqual(
    [...kinds].sort((a, b) => ['number', 'chart', 'table'].indexOf(a) - ['number', 'chart', 'table'].indexOf(b)),
  )
  expect(count('number')).toBeGreaterThanOrEqual(1)
  expect(count('number')).toBeLessThanOrEqual(4)
  expect(count('chart')).toBeLessThanOrEqual(6)
  expect(count('table')).toBe(1)
  if (!/^(one|a constant|no rows)/.test(name)) {
    expect(count('number')).toBeGreaterThanOrEqual(3)
    expect(count('chart')).toBeGreaterThanOrEqual(3)
  }
})

test.each(Object.entries(models))(
  '[D2, D3, P1] %s: real columns, allowed aggregates, groups only, tidy',
  (_, model) => {
    const board = designDashboard(model, newId)
    expect(schema.safeParse(board).success).toBe(true)
    expect(isTidy(board.tiles)).toBe(true)
    expect(new Set(board.tiles.map(({ title }) => title)).size).toBe(board.tiles.length)
    for (const { query, chart } of board.tiles) {
      expect(listsRows(query)).toBe(false)
      for (const { column } of query.dimensions) expect(model.columns.some(({ name }) => name === column)).toBe(true)
      for (const { column, aggregate } of query.measures)
        if (column !== undefined)
          expect(model.columns.find(({ name }) => name === column)?.aggregates).toContain(aggregate)
      const named = new Set([...query.dimensions.map(nameOfDimension), ...query.measures.map(nameOfMeasure)])
      for (const name of [chart?.x, chart?.series, ...(chart?.y ?? [])]) if (name) expect(named).toContain(name)
    }
  },
)

test.each(Object.entries(models))('[D7] %s: the same model gives the same dashboard', (_, model) => {
  expect(designDashboard(model, newId)).toEqual(designDashboard(structuredClone(model), newId))
})

test('a tile draws the result of its own Query', () => {
  const tile = designDashboard(shop, newId).tiles.find(({ title }) => title === 'Revenue by channel and region')
  if (!tile) throw new Error('No such tile')
  const table = tableOf(
    columnOf('Channel', 'text', ['Web', 'Web', 'Shop']),
    columnOf('Region', 'text', ['North', 'South', 'North']),
    columnOf('Total Revenue', 'decimal', [3, 2, 1]),
  )
  expect(sceneFor(tile.chart, chartData(table, tile.query, shop))).toMatchObject({
    kind: 'xy',
    categories: ['Web', 'Shop'],
  })
})
