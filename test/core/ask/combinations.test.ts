import { expect, test } from 'vitest'
import { understand } from '#core/ask/understand.ts'
import { coffeeOrders } from '../../../scripts/sample/coffee-orders.ts'
import { loadText } from '../../support/load-text.ts'

test.each([
  ['[K1] revenue per order by channel', 'Total revenue per order'],
  ['[K2] cities with more than 100 orders', 'over 100'],
  ['[K4] revenue on weekends', 'on weekends'],
  ['[K4] orders by calendar month', 'by month of year'],
  ['[K5] running total of revenue by month', 'Running total of revenue'],
  ['[K6] orders by revenue in bands of 50', 'Ranges of revenue'],
  ['[K7] orders with delivery days 2 to 3', 'Delivery days between 2 and 3'],
  ['[K8] which products lose money', 'Total profit under 0'],
  ['[K9] first and last order', 'Latest order date'],
  ['[K12] top 2 products in each region by revenue', 'Rank by total revenue at most 2'],
  ['[K13] revenue growth by year', 'Compared with the period before'],
  ['[K14] profit margin by category', 'Profit margin'],
])('%s', async (titled, meant) => {
  const { model } = await loadText('orders.csv', coffeeOrders())
  const understood = understand(titled.replace(/^\[K\d+\] /, ''), model)
  if (understood.status !== 'answer') throw new Error(JSON.stringify(understood))
  expect(understood.readings[0].chips.map(({ text }) => text).join(' · ')).toContain(meant)
})
