import { beforeAll, describe, expect, test } from 'vitest'
import { labelOfName, singular, wordsOfName } from '#core/profile/name-words.ts'
import type { SemanticColumn, SemanticModel } from '#core/semantic/semantic-model.ts'
import { semanticModel } from '#core/semantic/semantic-model.ts'
import { grainOfSpan } from '#core/semantic/time-column.ts'
import { loadText } from '../../support/load-text.ts'
import { loadOrders } from '../../support/orders.ts'

test.each([
  ['order_date', 'Order date'],
  ['OrderDate', 'Order date'],
  ['Order Date', 'Order date'],
  ['PassengerId', 'Passenger ID'],
  ['IMDB Rating', 'IMDB rating'],
  ['GDPPerCapita', 'GDP per capita'],
  ['Economy (GDP per Capita)', 'Economy (GDP per capita)'],
  ['qty', 'Quantity'],
  ['MPG', 'MPG'],
  ['body_mass_g', 'Body mass (g)'],
  ['', 'Unnamed'],
])('%s is said as %s', (name, label) => expect(labelOfName(name)).toBe(label))

test.each([
  ['cities', 'city'],
  ['movies', 'movie'],
  ['addresses', 'address'],
  ['status', 'status'],
  ['people', 'person'],
  ['constructor', 'constructor'],
  ['boxes', 'box'],
])('one of %s is %s', (many, one) => expect(singular(many)).toBe(one))

test('names split at capitals, underscores and signs', () => {
  expect(wordsOfName('customer_firstName (legal)')).toEqual(['customer', 'first', 'name', 'legal'])
})

test.each([
  [2, 48, 'hour'],
  [30, 30, 'day'],
  [150, 150, 'week'],
  [700, 700, 'month'],
  [150, 5, 'month'],
  [12 * 366, 4000, 'quarter'],
  [40 * 366, 9000, 'year'],
])('%d days with %d moments are readable by %s… grain', (days, moments, grain) => {
  expect(grainOfSpan(0, days * 86_400_000, moments)).toBe(grain)
})

describe('a model of orders', () => {
  let model: SemanticModel
  const column = (name: string): SemanticColumn => model.columns.find((each) => each.name === name) as SemanticColumn
  beforeAll(async () => {
    model = (await loadOrders()).model
  })

  test('is a valid model', () => expect(semanticModel.safeParse(model).success).toBe(true))

  test.each([
    ['order_id', 'id', 'distinct', 'text'],
    ['order_date', 'time', 'max', 'date'],
    ['region', 'dimension', 'distinct', 'text'],
    ['quantity', 'measure', 'sum', 'number'],
    ['unit_price', 'measure', 'mean', 'currency'],
    ['sales', 'measure', 'sum', 'currency'],
    ['discount_rate', 'measure', 'mean', 'percent'],
    ['rating', 'measure', 'mean', 'number'],
  ])('%s is a %s, usually by %s, written as %s', (name, role, aggregate, format) => {
    expect(column(name)).toMatchObject({ role, defaultAggregate: aggregate, format })
  })

  test('no rate and no rating may be added up', () => {
    for (const name of ['discount_rate', 'rating', 'order_id']) expect(column(name).aggregates).not.toContain('sum')
  })

  test('tells what a row is, and where its time runs', () => {
    expect(model).toMatchObject({ entity: 'order', timeColumn: 'order_date', timeGrain: 'month' })
  })

  test('knows other words', () => {
    expect(column('sales').synonyms).toContain('revenue')
    expect(column('customer_name').synonyms).toEqual(expect.arrayContaining(['customer', 'client']))
    expect(column('region').values).toContain('West')
  })
})

test('what the file wrote beside its numbers says how they are written: 12 % is 12, and is never summed', async () => {
  const rows = Array.from({ length: 20 }, (_, at) => `${at + 0.5}%,$${at * 3 + 10},${at / 100}`).join('\n')
  const { model } = await loadText('plans.csv', `uplift,worth,share\n${rows}\n`)
  const [uplift, worth, share] = model.columns
  expect(uplift).toMatchObject({ format: 'percentage', defaultAggregate: 'mean' })
  expect(uplift?.aggregates).not.toContain('sum')
  expect(worth).toMatchObject({ format: 'currency' })
  expect(share).toMatchObject({ format: 'percent' })
})

test('rows with a sex and an age are people, where nothing else tells', async () => {
  const rows = Array.from({ length: 12 }, (_, at) => `${20 + at},${at % 2 ? 'female' : 'male'}`).join('\n')
  expect((await loadText('x.csv', `age,sex\n${rows}\n`)).model.entity).toBe('person')
})

test('numbers that tell things apart are never summed: ids, codes, years, phones, zips', async () => {
  const names = ['customer_id', 'zip_code', 'release_year', 'phone_number', 'branch code', 'ssn']
  const rows = Array.from({ length: 40 }, (_, at) =>
    [100 + (at % 7), 10_000 + at, 1990 + (at % 20), 5_550_000 + at * 3, at % 4, 111_111_111 + at].join(','),
  )
  const { model } = await loadText('things.csv', `${names.join(',')}\n${rows.join('\n')}\n`)
  for (const { name, aggregates, format } of model.columns) {
    expect(aggregates, name).not.toContain('sum')
    expect(format, name).toBe('text')
  }
})
