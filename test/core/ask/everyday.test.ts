import { beforeAll, describe, expect, test } from 'vitest'
import { readQuestion } from '#core/ask/read-question.ts'
import { loadText, type LoadedText } from '../../support/load-text.ts'

const categories = ['Assets', 'Travel', 'Services', 'Training']
const kinds = ['Recurring', 'One-time']
const owners = ['Ann Lee', 'Bo Ray', 'Cy Fox', 'Di Orr', 'Ed Poe']
/** Eighty expense claims, one for each number; another column holds the word `amount`. */
const claims = Array.from({ length: 80 }, (_, at) => {
  const day = new Date(Date.UTC(2023, 0, 1 + at * 5)).toISOString().slice(0, 10)
  const words = ['amount', 'board', 'fear', 'likely'][at % 4]
  return [`C${1000 + at}`, categories[at % 4], kinds[at % 2], owners[at % 5], words, day, 500 + ((at * 773) % 9000)]
})
const csv = `number,category,type,owner,ci,opened_at,amount\n${claims.map((row) => row.join(',')).join('\n')}\n`

let loaded: LoadedText
beforeAll(async () => {
  loaded = await loadText('claims.csv', csv)
})

const read = (question: string) => readQuestion(question, loaded.model)
const asked = (question: string) => read(question).readings[0]?.query

describe('[C12] what is written out is meant', () => {
  test('a column, though a cell holds its name', () => {
    expect(asked('average amount by category')).toMatchObject({
      filters: [],
      dimensions: [{ column: 'category' }],
      measures: [{ aggregate: 'mean', column: 'amount' }],
    })
  })
  test('a column, and not one that only has its name for a synonym', () => {
    expect(read('number of claims by category').readings.map(({ query }) => query.dimensions[0]?.column)).toEqual([
      'category',
    ])
  })
  test('a value, and not what the rows may be', () => {
    expect(asked('average amount of asset claims')?.filters).toEqual([
      { op: 'in', column: 'category', values: ['Assets'] },
    ])
  })
})

describe('[K40] the same aggregate said twice', () => {
  test.each([
    'how much pricier is the average travel claim than the average training claim',
    'how much higher is the average amount for travel than the average for training',
  ])('%s', (question) => {
    expect(asked(question)?.measures[0]?.formula).toBe(
      "(mean([amount] where ([category] = 'Travel'))) - (mean([amount] where ([category] = 'Training')))",
    )
  })
})

describe('[K41] columns listed at an end of the question', () => {
  test.each([
    ['travel claims: owner and amount', ['owner', 'amount']],
    ['claims over 8000 - who, which category, how much', ['owner', 'category', 'amount']],
    ['travel claims over 5k with owner and type', ['owner', 'type']],
    ['owner, type and amount of all training claims', ['owner', 'type', 'amount']],
  ])('%s', (question, columns) => {
    expect(asked(question)?.columns).toEqual(columns)
  })
  test('figures are no such list', () => {
    expect(asked('amount in travel: total and average')?.measures.map(({ aggregate }) => aggregate)).toEqual([
      'sum',
      'mean',
    ])
  })
})

describe('[K42] a number before what is ranked', () => {
  test.each([
    ['two owners with the most travel claims', 2, 'count'],
    ['which 3 owners spent the most', 3, 'sum'],
  ])('%s', (question, limit, aggregate) => {
    expect(asked(question)).toMatchObject({ limit, dimensions: [{ column: 'owner' }], measures: [{ aggregate }] })
  })
})

const months = Array.from(
  { length: 48 },
  (_, at) => `20${18 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-10`,
)
const regions = ['North', 'South', 'East']
/** Three regions over four whole years: sales of the North fall, those of the South rise, those of the East rise most. */
const sales = months.flatMap((month, at) =>
  regions.map((region, place) => {
    const amount = 1000 + at * ([-10, 5, 20][place] ?? 0) + (at % 7)
    const [dem, gop] = [100 + ((at * 37 + place) % 90), 100 + ((at * 53) % 95)]
    return [
      month,
      region,
      at % 3 === 0 ? '-' : `Plan ${at % 4}`,
      ['Men', 'Women'][(at + place) % 2],
      amount,
      dem,
      gop,
    ].join(',')
  }),
)
const yearly = `day,region,plan,sex,sales,votes_dem,votes_gop\n${sales.join('\n')}\n`

describe('of four years', () => {
  let four: LoadedText
  beforeAll(async () => {
    four = await loadText('years.csv', yearly)
  })
  const query = (question: string) => readQuestion(question, four.model).readings[0]?.query

  test.each([
    ['region with the biggest growth in sales', 'descending', "[day] >= '2021-01-01'"],
    ['fastest growing region by sales', 'descending', '/'],
    ['which region had the biggest drop in sales between 2019 and 2020', 'ascending', '2020'],
    ['which region increased the most in sales from 2018 to 2021', 'descending', '-'],
  ])('[K45] %s', (question, direction, part) => {
    const found = query(question)
    expect(found?.dimensions).toEqual([{ column: 'region' }])
    expect(found?.sort[0]?.direction).toBe(direction)
    expect(found?.measures[0]?.formula).toContain(part)
  })

  test.each([
    ['sales by decade', 'Decade of day'],
    ['which decade had the most sales', 'Decade of day'],
  ])('[K44] %s', (question, column) => {
    expect(query(question)).toMatchObject({
      calculations: [{ formula: 'floor(year([day]) / 10) * 10' }],
      dimensions: [{ column }],
    })
  })

  test.each(['ratio of women to men', 'women for every man', 'women to men ratio'])('[K43] %s', (question) => {
    expect(query(question)?.measures[0]?.formula).toBe("count(where ([sex] = 'Women')) / count(where ([sex] = 'Men'))")
  })

  test('[C14] a head said once names both', () => {
    expect(query('total dem and gop votes by region')?.measures.map(({ column }) => column)).toEqual([
      'votes_dem',
      'votes_gop',
    ])
  })

  test.each([
    ['how many rows have a plan', { op: 'not', filter: { op: 'in', column: 'plan', values: ['-'] } }],
    ['how many rows have no plan', { op: 'in', column: 'plan', values: ['-'] }],
  ])('[C15] %s', (question, filter) => {
    expect(query(question)?.filters).toEqual([filter])
  })

  test.each([
    ['day with the smallest gap between votes dem and votes gop', 'ascending'],
    ['on which day was the difference between dem and gop votes the biggest', 'descending'],
  ])('[O5] %s', (question, direction) => {
    const found = query(question)
    expect(found?.calculations[0]?.formula).toBe('abs([votes_dem] - [votes_gop])')
    expect(found?.sort[0]?.direction).toBe(direction)
  })

  test.each([
    ['total sales in thousands by region', 'sum([sales]) / 1000'],
    ['highest sales in millions', 'max([sales]) / 1000000'],
  ])('[O6] %s', (question, formula) => {
    expect(query(question)?.measures[0]?.formula).toBe(formula)
  })
})

const carriers = ['DHL', 'UPS', 'GLS']
const dayFrom = (at: number): string => new Date(Date.UTC(2023, 0, 1 + at)).toISOString().slice(0, 10)
/** Ninety shipments of two years: every third is late, every fifth has been returned. */
const shipments = Array.from({ length: 90 }, (_, at) =>
  [
    `S${at}`,
    carriers[at % 3],
    dayFrom(at * 8),
    dayFrom(at * 8 + 3 + (at % 4)),
    at % 5 === 0 ? dayFrom(at * 8 + 20) : '',
    at % 3 === 0 ? (at % 7) + 1 : 0,
    20 + (at % 11),
    100 + ((at * 37) % 300),
    5 + (at % 40),
  ].join(','),
)
const header =
  'shipment_no,carrier,shipped_on,delivered_on,returned_on,delay_days,weight_kg,freight_cost,handling_minutes'

describe('of shipments', () => {
  let parcels: LoadedText
  beforeAll(async () => {
    parcels = await loadText('shipments.csv', `${header}\n${shipments.join('\n')}\n`)
  })
  const query = (question: string) => readQuestion(question, parcels.model).readings[0]?.query

  test.each([
    ['how many late shipments', 'greater'],
    ['shipments that arrived late', 'greater'],
    ['how many parcels were on time', 'lessOrEqual'],
  ])('[K46] %s', (question, op) => {
    expect(query(question)).toMatchObject({
      measures: [{ aggregate: 'count' }],
      filters: [{ op, column: 'delay_days', value: 0 }],
    })
  })
  test('[K46] the part of each group', () => {
    expect(query('on-time rate by carrier')).toMatchObject({
      dimensions: [{ column: 'carrier' }],
      measures: [{ share: 'group', filter: { op: 'lessOrEqual', column: 'delay_days', value: 0 } }],
    })
  })

  const known = { op: 'not', filter: { op: 'isNull', column: 'returned_on' } }
  test('[K47] rows of which it is known when something happened', () => {
    expect(query('how many shipments were returned')?.filters).toEqual([known])
    expect(query('return rate by carrier')?.measures[0]).toMatchObject({ share: 'group', filter: known })
  })
  test.each(['new shipments per month', 'monthly shipment volume'])('[K47] %s counts the rows', (question) => {
    expect(query(question)).toMatchObject({ measures: [{ aggregate: 'count' }], filters: [] })
  })

  test.each([
    ['slowest carrier', { column: 'handling_minutes', aggregate: 'mean' }, 'descending'],
    ['fastest carrier', { column: 'handling_minutes', aggregate: 'mean' }, 'ascending'],
  ])('[K48] %s', (question, measure, direction) => {
    const found = query(question)
    expect(found?.measures[0]).toMatchObject(measure)
    expect(found?.sort[0]?.direction).toBe(direction)
  })

  test.each([
    ['average delivery time by carrier', "mean(date_diff('day', [shipped_on], [delivered_on]))"],
    ['longest delivery time', "max(date_diff('day', [shipped_on], [delivered_on]))"],
  ])('[O7] %s', (question, formula) => {
    expect(query(question)?.measures[0]?.formula).toBe(formula)
  })

  test('[W7] a unit names what is measured in it', () => {
    expect(query('freight cost per kg by carrier')?.measures[0]?.formula).toBe(
      '(sum([freight_cost])) / (sum([weight_kg]))',
    )
  })

  test('[K4] a quarter without a year is that of every year', () => {
    expect(query('total freight cost in Q1')?.filters[0]).toMatchObject({
      op: 'part',
      part: 'quarterOfYear',
      values: [1],
    })
  })
})

test('[K14] figures of advertising are computed', async () => {
  const rows = Array.from({ length: 40 }, (_, at) =>
    [dayFrom(at), ['A', 'B'][at % 2], 1000 + at, 50 + at, 3 + (at % 4), 20 + at].join(','),
  )
  const { model } = await loadText(
    'ads.csv',
    `date,campaign,impressions,clicks,conversions,spend\n${rows.join('\n')}\n`,
  )
  const formulas = ['ctr by campaign', 'conversion rate by campaign', 'cpm', 'cpa by campaign'].map(
    (question) => readQuestion(question, model).readings[0]?.query.measures[0]?.formula,
  )
  expect(formulas).toEqual([
    'sum([clicks]) / sum([impressions])',
    'sum([conversions]) / sum([clicks])',
    'sum([spend]) / sum([impressions]) * 1000',
    'sum([spend]) / sum([conversions])',
  ])
})

const lines = Array.from({ length: 120 }, (_, at) =>
  [
    `O${Math.floor(at / 2)}`,
    ['Lamp', 'Desk', 'Mug'][at % 3],
    1 + (at % 5),
    20 + ((at * 7) % 90),
    dayFrom(at),
    ['Y', 'N'][at % 2],
    30000 + at * 100,
    500 + at,
  ].join(','),
)

describe('of order lines', () => {
  let orders: LoadedText
  beforeAll(async () => {
    orders = await loadText(
      'orders.csv',
      `order_id,product,quantity,total,birth_date,is_active,salary,bonus\n${lines.join('\n')}\n`,
    )
  })
  const query = (question: string) => readQuestion(question, orders.model).readings[0]?.query

  test('[M7] ids that rows share are counted once', () => {
    expect(query('how many orders did we get')?.measures).toEqual([{ aggregate: 'distinct', column: 'order_id' }])
  })
  test('[M7] what was sold is counted in units', () => {
    expect(query('how many lamps did we sell')).toMatchObject({
      measures: [{ aggregate: 'sum', column: 'quantity' }],
      filters: [{ column: 'product', values: ['Lamp'] }],
    })
  })
  test('[M8] a wage bill is a total', () => {
    expect(query('wage bill by product')?.measures).toEqual([{ aggregate: 'sum', column: 'salary' }])
  })
  test('[M8] a total is no part of an average', () => {
    expect(query('bonus as a percentage of salary')?.measures[0]?.formula).toBe('(sum([bonus])) / (sum([salary]))')
  })
  test('[W2] an opposite is no slip', () => {
    expect(query('how many inactive orders')?.filters).toEqual([{ op: 'in', column: 'is_active', values: ['N'] }])
  })
})

test.each(['visits by hour', 'which hour of the day is busiest'])(
  '[T4] %s: of times that are written as text',
  async (question) => {
    const rows = Array.from(
      { length: 60 },
      (_, at) => `${dayFrom(at)},${String(8 + (at % 9)).padStart(2, '0')}:15,${at}`,
    )
    const { model } = await loadText('visits.csv', `visit_date,start_time,cost\n${rows.join('\n')}\n`)
    expect(readQuestion(question, model).readings[0]?.query).toMatchObject({
      calculations: [{ name: 'Hour of start time', formula: "trunc(number(split_part([start_time], ':', 1)))" }],
      dimensions: [{ column: 'Hour of start time' }],
    })
  },
)
