import { describe, expect, test } from 'vitest'
import { askSource } from '#core/ask/ask-source.ts'
import { loadText } from '../../support/load-text.ts'

const regions = ['North', 'South', 'East', 'West']
const channels = ['Online', 'Partner', 'Shop']
const ports = ['Southampton', 'Cherbourg', 'Queenstown']
const customers = ['Acme', 'Bolt', 'Cora', 'Apex']
const statuses = ['Late', 'On time', 'On time', 'On time', '']

const dayOf = (row: number): string => new Date(Date.UTC(2022, 0, 1 + ((row * 3) % 720))).toISOString().slice(0, 10)

/** 240 orders of two years: every third is of a channel, every fourth of a region, every fifth was late. */
const orders = [
  'Order ID,Order date,Region,Channel,Class,Shipping,Embarked,Embarked on deck,Customer,Revenue',
  ...Array.from({ length: 240 }, (_, row) =>
    [
      `O-${row}`,
      dayOf(row),
      regions[row % 4],
      channels[row % 3],
      (row % 3) + 1,
      statuses[row % 5],
      ports[row % 3],
      `Deck ${row % 2}`,
      customers[Math.floor(row / 3) % 4],
      (row * 37) % 600,
    ].join(','),
  ),
].join('\n')

async function textOf(question: string): Promise<string> {
  const { model, source } = await loadText('orders.csv', orders)
  const answer = await askSource(question, { model, source })
  if (answer.status === 'answer') return answer.text
  return answer.status === 'refuse' ? `Refused: ${answer.reason}` : answer.status
}

const rows = Array.from({ length: 240 }, (_, row) => ({
  row,
  day: dayOf(row),
  region: regions[row % 4] ?? '',
  channel: channels[row % 3] ?? '',
  revenue: (row * 37) % 600,
}))
type Row = (typeof rows)[number]
const count = (keeps: (each: Row) => boolean): number => rows.filter(keeps).length
const total = (keeps: (each: Row) => boolean): number =>
  rows.filter(keeps).reduce((sum, { revenue }) => sum + revenue, 0)
const written = (value: number): string => value.toLocaleString('en-US').replace('-', '−')

describe('alternatives', () => {
  test.each(['how many orders in 1st or 2nd class', 'orders of class 1 or 2, how many'])(
    '[K3] %s',
    async (question) => {
      expect(await textOf(question)).toContain(`160 orders have Class 1 or 2`)
    },
  )

  test('[K15] conditions joined by “or” are alternatives, of two columns', async () => {
    const either = count(({ region, channel }) => region === 'West' || channel === 'Partner')
    expect(await textOf('how many orders for West or Partner')).toContain(`${either} orders`)
    const revenue = total(({ region, channel }) => region === 'West' || channel === 'Partner')
    expect(await textOf('total revenue for West or Partner')).toContain(written(revenue))
  })

  test('[K15] and of two ends of one column', async () => {
    const ends = count(({ revenue }) => revenue < 50 || revenue > 550)
    expect(await textOf('how many orders have revenue under 50 or over 550')).toContain(`${ends} orders`)
  })

  test('[K15] joined by “and”, both must hold', async () => {
    const both = count(({ region, channel }) => region === 'West' && channel === 'Partner')
    expect(await textOf('how many orders in West and Partner')).toContain(`${both} orders`)
  })

  test.each(['total revenue in January and February 2022', 'total revenue Jan-Feb 2022'])(
    '[T3] %s: months share the year that follows them',
    async (question) => {
      const both = total(({ day }) => day < '2022-03-01')
      expect(await textOf(question)).toContain(written(both))
    },
  )
})

describe('two that are set against each other', () => {
  test.each(['difference between revenue of North and South', 'how much more revenue did North make than South'])(
    '[K11] %s: one less the other, with both beside it',
    async (question) => {
      const [north, south] = [total(({ region }) => region === 'North'), total(({ region }) => region === 'South')]
      expect(await textOf(question)).toBe(
        `Total revenue, North less South, is ${written(north - south)}: ${written(north)} for North and ${written(south)} for South.`,
      )
    },
  )

  test('[K11] growth from one period to another is a percentage, with both beside it', async () => {
    const [before, after] = [total(({ day }) => day < '2023-01-01'), total(({ day }) => day >= '2023-01-01')]
    const text = await textOf('how much did revenue grow from 2022 to 2023')
    expect(text).toContain('Growth of total revenue, 2022 to 2023, is ')
    expect(text).toContain(`${written(before)} for 2022 and ${written(after)} for 2023`)
    expect(Number(/is (−?[\d.]+)%/.exec(text)?.[1])).toBeCloseTo((after / before - 1) * 100, 1)
  })

  test('[K10] the rate of a value is its part of the rows that have one', async () => {
    expect(await textOf('late order rate')).toContain('25%')
    expect(await textOf('late order rate by region')).toContain('the same for all 4 regions: 25%')
  })
})

describe('columns whose names lead to something else', () => {
  test('[C6] a column that leads to another’s value adds nothing', async () => {
    expect(await textOf('how many orders embarked in Southampton')).toBe(
      '80 orders have Embarked Southampton, 33.3% of all 240.',
    )
  })

  test('[C7] “who” and “when” ask, and name no column', async () => {
    expect(await textOf('who has the most revenue')).toMatch(/^Apex has the highest total revenue/)
    const survey = ['Who,When,Score', 'staff,evening,4', 'guest,morning,7', 'staff,morning,9', 'guest,evening,2']
    const { model, source } = await loadText('survey.csv', survey.join('\n'))
    const led = await askSource('average score by who', { model, source })
    expect(led.status === 'answer' ? led.text : led.status).toMatch(/^Of 2 whos|staff/)
    const asks = await askSource('when was the survey', { model, source })
    expect(asks.status).toBe('refuse')
  })
})

describe('what no Query computes', () => {
  test.each([
    ['which region grew the most', 'ranking by how figures change'],
    ['orders in North with sales above the South average', 'average of other rows'],
  ])('[H3] %s is refused by name', async (question, name) => {
    expect(await textOf(question)).toMatch(/^Refused: /)
    expect(await textOf(question)).toContain(name)
  })
})
