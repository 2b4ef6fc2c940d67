import { expect, test } from 'vitest'
import { namesOf } from '#core/charts/chart-spec.ts'
import { chartData } from '#core/charts/chart-data.ts'
import { sceneFor } from '#core/charts/scene-for.ts'
import { dashboard as schema, type Tile } from '#core/dashboard/dashboard.ts'
import { designDashboard } from '#core/dashboard/design-dashboard.ts'
import { isTidy } from '#core/dashboard/layout.ts'
import { listsRows } from '#core/query/query.ts'
import { nameOfDimension } from '#core/query/dimension.ts'
import { nameOfMeasure } from '#core/query/measure.ts'
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
      for (const name of chart ? namesOf(chart) : []) expect(named).toContain(name)
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

const designed = (...columns: Parameters<typeof modelOf>) => designDashboard(modelOf(...columns), newId).tiles
const flag = (name: string, told = {}) =>
  semantic(name, {
    type: 'integer',
    format: 'number',
    aggregates: ['distinct', 'count', 'mean'],
    distinct: 2,
    range: { min: 0, max: 1 },
    ...told,
  })
const age = amount('Age', {
  format: 'number',
  defaultAggregate: 'mean',
  distinct: 80,
  range: { min: 0, max: 80 },
  bulk: { min: 1, max: 71 },
})

test('[D8] what became of the rows, told as 1 and 0, leads as a share', () => {
  const tiles = designed([flag('Survived'), semantic('Class', { distinct: 3 }), semantic('Sex', { distinct: 2 }), age])
  expect(tiles.map(({ title }) => title)).toEqual([
    'Survived (share)',
    'Orders',
    'Average age',
    'Median age',
    'Survived (share) by class',
    'Survived (share) by sex',
    'Survived (share) by sex and class',
    'Survived (share) by age below 70',
    'Distribution of age',
    'Classes by survived (share)',
  ])
  expect(tiles[0]?.query.measures).toEqual([
    {
      aggregate: 'count',
      column: 'Survived',
      filter: { op: 'in', column: 'Survived', values: [1] },
      share: 'group',
      as: 'Survived (share)',
    },
  ])
})

test('[D8] yes and no in words count the yes; without a telling name they do not lead', () => {
  const member = semantic('Is member', { distinct: 2, values: ['no', 'Yes'] })
  const tiles = designed([member, amount('Revenue')])
  expect(tiles[0]?.title).toBe('Total revenue')
  const share = tiles.find(({ title }) => title === 'Is member (share)')
  expect(share?.query.measures[0]?.filter).toEqual({ op: 'in', column: 'Is member', values: ['Yes'] })
})

test('[D9] of columns that say the same, only the one in the plainest words is shown', () => {
  const named = titles(
    modelOf([
      semantic('pclass', { type: 'integer', distinct: 3 }),
      semantic('embarked', { distinct: 3, values: ['S', 'C', 'Q'] }),
      semantic('class', { distinct: 3, values: ['First', 'Second', 'Third'] }),
      semantic('port', { distinct: 3, values: ['Southampton', 'Cherbourg', 'Queenstown'], twinOf: 'embarked' }),
    ]),
  ).join(', ')
  expect(named).toContain('class')
  expect(named).toContain('port')
  expect(named).not.toMatch(/pclass|embarked/)
})

test('[D10] a tail is cut from a distribution, in the title and as a filter of its Query', () => {
  const fare = amount('Fare', { range: { min: 0, max: 512 }, bulk: { min: 0, max: 93 } })
  const tile = designed([fare]).find(({ chart }) => chart?.type === 'histogram')
  expect(tile?.title).toBe('Distribution of fare up to 100')
  expect(tile?.query.filters).toEqual([{ op: 'lessOrEqual', column: 'Fare', value: 100 }])
})

test.each([
  ['both', { min: -500, max: 900 }, { min: -40, max: 60 }, 'Distribution of profit from −40 to 60'],
  ['neither', { min: -50, max: 70 }, { min: -40, max: 60 }, 'Distribution of profit'],
  ['the lower', { min: -500, max: 60 }, { min: -40, max: 60 }, 'Distribution of profit from −40'],
])('[D10] %s', (_, range, bulk, title) => {
  expect(titles(modelOf([amount('Profit', { range, bulk })]))).toContain(title)
})

test('[D11] few rows have no distribution and no trend finer than they bear', () => {
  const day = 86_400_000
  const bought = moment('Bought', { distinct: 15, range: { min: 0, max: 3000 * day } })
  const tiles = designed([bought, amount('Price', { distinct: 15 })], { rows: 15, timeGrain: 'month' })
  expect(tiles.some(({ chart }) => chart?.type === 'histogram')).toBe(false)
  expect(tiles.find(({ title }) => title === 'Price over time')?.query.dimensions).toEqual([
    { column: 'Bought', grain: 'year' },
  ])
  const two = moment('Bought', { distinct: 2, range: { min: 0, max: 3000 * day } })
  expect(designed([two, amount('Price')]).some(({ chart }) => chart?.type === 'line')).toBe(false)
})

test('[D11] years written as numbers are followed as they are', () => {
  const year = semantic('Year', { type: 'integer', role: 'time', distinct: 12, range: { min: 1990, max: 2001 } })
  const trend = designed([year, amount('Gross')], { timeGrain: null }).find(({ chart }) => chart?.type === 'line')
  expect(trend?.query.dimensions).toEqual([{ column: 'Year' }])
})

test('[D12] names of rows are compared by what is measured, never counted', () => {
  const name = semantic('Name', { distinct: 15 })
  expect(titles(modelOf([name, amount('Staff', { distinct: 15 })], { rows: 15, entity: 'department' }))).toContain(
    'Top 10 departments by staff',
  )
  expect(titles(modelOf([name, semantic('Kind', { distinct: 3 })], { rows: 15 })).join()).not.toMatch(/orders by name/i)
})

test('[D13] two measures are set against each other only over eight groups or more', () => {
  const scatters = (distinct: number) =>
    designed([semantic('Team', { distinct }), amount('Revenue'), amount('Profit')]).filter(
      ({ chart }) => chart?.type === 'scatter',
    ).length
  expect(scatters(7)).toBe(0)
  expect(scatters(8)).toBe(1)
})

test('a table of few groups is no taller than they are', () => {
  const tall = (distinct: number) =>
    designed([semantic('Team', { distinct }), amount('Revenue')]).find(({ chart }) => chart?.type === 'table')?.place.h
  expect(tall(2)).toBe(3)
  expect(tall(40)).toBe(6)
})

test('a comparison has no more bars than a tile holds', () => {
  const [kind, rating] = [semantic('Kind', { distinct: 8 }), semantic('Rating', { distinct: 4 })]
  expect(titles(modelOf([kind, rating, amount('Revenue')])).join()).not.toContain('by kind and rating')
  const few = semantic('Kind', { distinct: 6 })
  expect(titles(modelOf([few, rating, amount('Revenue')]))).toContain('Revenue by kind and rating')
})
