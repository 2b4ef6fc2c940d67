import { beforeAll, describe, expect, test } from 'vitest'
import { specOf } from '#core/charts/chart-spec.ts'
import { changeReading } from '#core/ask/change/change-reading.ts'
import type { Option } from '#core/ask/change/option.ts'
import { additionsTo, optionsFor, withAddition } from '#core/ask/change/options.ts'
import { pieceNamed, replacePiece } from '#core/ask/change/replace-piece.ts'
import { readReading, writeReading } from '#core/ask/link.ts'
import { readQuestion } from '#core/ask/read-question.ts'
import type { Reading } from '#core/ask/reading.ts'
import { validateQuery } from '#core/query/validate-query.ts'
import type { LoadedText } from '../../support/load-text.ts'
import { loadOrders } from '../../support/orders.ts'
import { short } from './short-query.ts'

let orders: LoadedText
beforeAll(async () => {
  orders = await loadOrders()
})

function read(question: string): Reading {
  const [first] = readQuestion(question, orders.model).readings
  if (first === undefined) throw new Error(`No reading of ${question}`)
  return first
}

/** The options of the chip that says this. */
function optionsOf(reading: Reading, text: string): readonly Option[] {
  const piece = pieceNamed(reading, reading.chips.find((chip) => chip.text === text)?.piece ?? '')
  if (piece === null) throw new Error(`No chip says ${text}: ${reading.chips.map((chip) => chip.text).join(', ')}`)
  return optionsFor(reading, piece, orders.model)
}

/** The reading after another option was chosen for a chip. */
function chosen(reading: Reading, text: string, option: string): Reading {
  const piece = pieceNamed(reading, reading.chips.find((chip) => chip.text === text)?.piece ?? '')
  const found = optionsOf(reading, text).find((each) => each.text === option)
  if (piece === null || found === undefined) throw new Error(`No option ${option} for ${text}`)
  return changeReading(reading, replacePiece(reading.query, piece, found.piece), orders.model)
}

const asked = 'top 3 products by total sales in West in 2023'

describe('a chip', () => {
  test.each<readonly [string, string, string]>([
    ['Total sales', 'Average sales', 'mean sales by product_name if T & W top 3'],
    ['Total sales', 'Total quantity', 'sum quantity by product_name if T & W top 3'],
    ['Product name', 'Segment', 'sum sales by segment if T & W top 3'],
    ['Product name', 'Order date', 'sum sales by order_date@month if T & W top 3'],
    ['Region is West', 'Region is North', 'sum sales by product_name if T & region=North top 3'],
    ['Region is West', 'Region is not West', 'sum sales by product_name if T & not W top 3'],
    ['Region is West', 'Take this away', 'sum sales by product_name if T top 3'],
    ['First 3', 'First 10', 'sum sales by product_name if T & W top 10'],
    ['Total sales, highest first', 'Total sales, lowest first', 'sum sales by product_name if T & W bottom 3'],
  ])('[E1] “%s” can be “%s”', (chip, option, meant) => {
    const time = 'order_date greaterOrEqual 2023-01-01 and order_date less 2024-01-01'
    expect(short(chosen(read(asked), chip, option).query)).toBe(
      meant.replace(/\bW\b/, 'region=West').replace(/\bT\b/, time),
    )
  })

  test('[E1] of a period offers whole years, quarters and months of the data, newest first', () => {
    const texts = optionsOf(read(asked), 'Order date in 2023').map(({ text }) => text)
    expect(texts.slice(0, 3)).toEqual(['Order date in 2024', 'Order date in Q4 2024', 'Order date in Q3 2024'])
  })

  test('[E1] cannot be taken away where nothing would be left to ask', () => {
    expect(optionsOf(read('total sales'), 'Total sales').some(({ piece }) => piece === null)).toBe(false)
  })

  test('[E2] that was changed is marked, and says so until the question is asked anew', () => {
    const changed = chosen(read(asked), 'Region is West', 'Region is North')
    expect(changed.chips.filter(({ isChanged }) => isChanged).map(({ text }) => text)).toEqual(['Region is North'])
    const twice = chosen(changed, 'First 3', 'First 5')
    expect(twice.chips.filter(({ isChanged }) => isChanged).map(({ text }) => text)).toEqual([
      'Region is North',
      'First 5',
    ])
  })

  test('[E3] takes the order, the conditions on groups and the chart of its column along', () => {
    const shown = {
      ...read('bar chart of total sales by region'),
      chart: specOf('bar', { x: 'region', y: 'Total sales' }),
    }
    const ranked = changeReading(
      shown,
      { query: { sort: [{ by: 'Total sales', direction: 'ascending' }], limit: 5 } },
      orders.model,
    )
    const changed = chosen(ranked, 'Total sales', 'Total quantity')
    expect(changed.query.sort).toEqual([{ by: 'Total quantity', direction: 'ascending' }])
    expect(changed.chart).toEqual(specOf('bar', { x: 'region', y: 'Total quantity' }))
    const fewer = changeReading(changed, { query: { measures: [], dimensions: [], columns: ['region'] } }, orders.model)
    expect([fewer.query.sort, fewer.query.limit, fewer.chart]).toEqual([[], 10_000, null])
  })

  test('[E4] offers only what can be run, whichever is chosen', () => {
    const questions = [
      asked,
      'sales by month',
      'list orders with sales over 300',
      'distribution of sales',
      'return rate by region',
      'how many orders have no email',
      'how many customers have more than 3 orders in 2023',
      'median daily sales by region',
      'orders with sales above average',
    ]
    let tried = 0
    for (const reading of questions.map(read)) {
      for (const chip of reading.chips) {
        const piece = pieceNamed(reading, chip.piece)
        for (const option of piece ? optionsFor(reading, piece, orders.model) : []) {
          const changed =
            piece && changeReading(reading, replacePiece(reading.query, piece, option.piece), orders.model)
          tried += 1
          expect(validateQuery(changed?.query, orders.model.columns), `${chip.text} → ${option.text}`).toMatchObject({
            ok: true,
          })
        }
      }
      for (const option of additionsTo(reading, orders.model)) {
        const { query } = changeReading(reading, withAddition(reading, option), orders.model)
        expect(validateQuery(query, orders.model.columns), `+ ${option.text}`).toMatchObject({ ok: true })
      }
    }
    expect(tried).toBeGreaterThan(150)
  })
})

describe('an address', () => {
  test.each([asked, 'bar chart of sales by region last month', 'list orders with sales over 300'])(
    '[L1] holds a changed reading of “%s”, and gives the same Query and chart back',
    (question) => {
      const before = changeReading(
        read(question),
        { query: { filters: [{ op: 'in', column: 'region', values: ['West', 'East'] }] } },
        orders.model,
      )
      const back = readReading(writeReading(before), orders.model)
      expect([back?.query, back?.chart, back?.title]).toEqual([before.query, before.chart, before.title])
      expect(back?.chips.map(({ words, isChanged }) => [words, isChanged])).toEqual(
        before.chips.map(({ words, isChanged }) => [words, isChanged]),
      )
    },
  )

  test('[L2] cannot put other words into a chip than its Query says', () => {
    const made = read('total sales')
    const forged = { ...made, evidence: made.evidence.map((each) => ({ ...each, says: 'Total profit' })) }
    expect(readReading(writeReading(forged), orders.model)?.chips[0]?.text).toBe('Total sales')
  })

  test.each(['', 'x', 'bm90IGpzb24', '!!', 'A'.repeat(20_000)])('[L3] “%.10s” holds none', (text) => {
    expect(readReading(text, orders.model)).toBeNull()
  })
})
