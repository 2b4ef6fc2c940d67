import { beforeAll, describe, expect, test } from 'vitest'
import { askSource } from '#core/ask/ask-source.ts'
import { followUp } from '#core/ask/follow-up/follow-up.ts'
import { readReading, writeReading } from '#core/ask/link.ts'
import { understand } from '#core/ask/understand.ts'
import type { Reading } from '#core/ask/reading.ts'
import { toRows } from '#core/table/table.ts'
import { loadText, type LoadedText } from '../../support/load-text.ts'

/** Five customers with 4, 3, 2, 1 and 1 orders, of 10 to 110 each, over three days. */
const lines = [
  ['a', 'North', '2024-01-01', 10],
  ['a', 'North', '2024-01-01', 20],
  ['a', 'North', '2024-01-02', 30],
  ['a', 'South', '2024-01-03', 40],
  ['b', 'North', '2024-01-01', 50],
  ['b', 'South', '2024-01-02', 60],
  ['b', 'South', '2024-01-03', 70],
  ['c', 'South', '2024-01-01', 80],
  ['c', 'South', '2024-01-01', 90],
  ['d', 'North', '2024-01-02', 100],
  ['e', 'South', '2024-01-03', 110],
] as const
const csv = ['order_id,customer,region,order_date,sales', ...lines.map((line, at) => [`A-${at}`, ...line].join(','))]

let orders: LoadedText
beforeAll(async () => {
  orders = await loadText('orders.csv', csv.join('\n'))
})

const ask = async (question: string) => {
  const answer = await askSource(question, orders)
  if (answer.status !== 'answer') throw new Error(JSON.stringify(answer))
  return answer
}
const figureOf = async (question: string): Promise<unknown> =>
  Object.values(toRows((await ask(question)).table)[0] ?? {}).at(-1)
function read(question: string): Reading {
  const understood = understand(question, orders.model)
  if (understood.status !== 'answer') throw new Error(understood.status)
  return understood.readings[0]
}

describe('groups that meet a condition', () => {
  test.each([
    ['how many customers have more than 2 orders', 2],
    ['number of customers with at least 2 orders', 3],
    ['how many customers have total sales over 105', 3],
    ['how many customers spent over 105', 3],
    ['how many days did sales exceed 220', 1],
    ['how many customers ordered more than once', 3],
    ['how many customers ordered only once', 2],
    ['how many days had over 3 orders', 1],
    ['how many customers have more than 1 order in North', 1],
    ['how many customers have exactly 1 order', 2],
    ['what percent of customers have only one order', 0.4],
    ['share of customers with more than 2 orders', 0.4],
  ])('[K2] %s: %d', async (question, expected) => {
    expect(await figureOf(question)).toBeCloseTo(expected, 9)
  })

  test('[K2] are counted of all, in the sentence and the chips', async () => {
    const { text, reading } = await ask('how many customers have more than 2 orders')
    expect(text).toBe('2 of 5 customers have more than 2 orders.')
    expect(reading.chips.map((chip) => chip.text)).toEqual([
      'Count of customers',
      'For each customer: orders',
      'Orders over 2',
    ])
    expect(reading.title).toBe('Customers')
  })

  test('[K2] are counted by what else cuts them', async () => {
    const { table } = await ask('how many customers have more than 1 order by region')
    expect(toRows(table)).toEqual([
      { region: 'South', Rows: 2 },
      { region: 'North', Rows: 1 },
    ])
  })
})

describe('figures of groups', () => {
  test.each([
    ['average number of orders per customer', 11 / 5, 'On average, a customer has 2.2 orders (5 customers).'],
    ['median number of orders per customer', 2, 'The median customer has 2 orders (5 customers).'],
    ['average daily sales', 220, 'On average, a day has total sales of 220 (3 days).'],
    ['average orders per day', 11 / 3, 'On average, a day has 3.67 orders (3 days).'],
    ['average daily sales in North', 70, 'On average, a day has total sales of 105 where Region is North (2 days).'],
  ])('[K30] %s', async (question, expected, text) => {
    if (question !== 'average daily sales in North') expect(await figureOf(question)).toBeCloseTo(expected, 9)
    expect((await ask(question)).text).toBe(text)
  })

  test('[K30] are cut by what else is asked', async () => {
    expect(toRows((await ask('average number of orders per customer by region')).table)).toEqual([
      { region: 'North', 'Average orders per customer': 5 / 3 },
      { region: 'South', 'Average orders per customer': 1.5 },
    ])
  })

  test('[K30] are spread', async () => {
    const { text, table } = await ask('distribution of the number of orders per customer')
    expect(toRows(table)).toEqual([
      { Orders: 1, Customers: 2 },
      { Orders: 2, Customers: 1 },
      { Orders: 3, Customers: 1 },
      { Orders: 4, Customers: 1 },
    ])
    expect(text).toBe('Most often, a customer has 1 orders: 2 of 5 customers.')
  })
})

describe('against an aggregate', () => {
  test.each([
    ['how many orders have sales above average', 5],
    ['how many orders have sales below the median', 5],
    ['how many orders in North have sales above average', 2],
    ['how many orders have sales above the average of their region', 5],
    ['how many orders have sales over twice the average', 0],
    ['how many orders in South have sales above the South average', 3],
    ['how many customers spent more than the average customer', 2],
  ])('[K31] %s: %d', async (question, expected) => {
    expect(await figureOf(question)).toBe(expected)
  })

  test('[K31] keeps groups by those above the average group', async () => {
    const { table } = await ask('customers with total sales above average')
    expect(toRows(table).map(({ customer }) => customer)).toEqual(['b', 'c'])
  })

  test('[K31] is said with the labels of columns', async () => {
    const { reading } = await ask('how many orders have sales above the average of their region')
    expect(reading.chips.map((chip) => chip.text)).toContain('Sales over the average of the same Region')
  })

  test('[K31] of groups, is a share of each', async () => {
    expect(toRows((await ask('percentage of orders with sales above average by region')).table)).toMatchObject([
      { region: 'South' },
      { region: 'North' },
    ])
  })

  test.each([
    ['orders in North with sales above the South average', 'the average of other rows'],
    ['customers with average sales above the average', 'averages of groups with the average of all'],
  ])('[K31] %s is refused', (question, reason) => {
    const understood = understand(question, orders.model)
    expect(understood.status === 'refuse' && understood.reason).toContain(reason)
  })
})

describe('what is over groups', () => {
  test.each([
    'how many customers have more than 2 orders',
    'average daily sales',
    'how many orders have sales above average',
  ])('[L1] “%s” is held by an address', (question) => {
    const reading = read(question)
    expect(readReading(writeReading(reading), orders.model)).toMatchObject({
      query: reading.query,
      title: reading.title,
    })
  })

  test('[F1] is kept to a period, and cut', () => {
    const first = read('average daily sales')
    const cut = followUp('by region', [first], orders.model)
    expect(cut?.query).toMatchObject({
      dimensions: [{ column: 'region' }],
      groups: { dimensions: [{ column: 'order_date', grain: 'day' }, { column: 'region' }] },
    })
    const kept = followUp('only North', [first], orders.model)
    expect(kept?.query.filters).toEqual([{ op: 'in', column: 'region', values: ['North'] }])
  })
})

/** Six lines of three orders by two customers: orders repeat, and so do products. */
const basket = [
  'Order ID,Customer Name,Product,Amount',
  'A-1,Ann,Tea,1',
  'A-1,Ann,Mug,2',
  'A-1,Ann,Pot,3',
  'A-2,Ann,Tea,4',
  'A-3,Bo,Tea,5',
  'A-3,Bo,Mug,6',
]

describe('a noun whose ids repeat', () => {
  test.each([
    ['average number of orders per customer', 1.5],
    ['orders per customer on average', 1.5],
    ['average number of products per order', 2],
    ['how many customers ordered more than once', 1],
    ['how many orders contain more than 2 products', 1],
  ])('[K30] %s counts each once: %d', async (question, expected) => {
    const lines = await loadText('basket.csv', basket.join('\n'))
    const answer = await askSource(question, lines)
    if (answer.status !== 'answer') throw new Error(JSON.stringify(answer))
    expect(Object.values(toRows(answer.table)[0] ?? {})).toEqual([expected])
  })
})
