import { dayAfter, type MakeTable, roundTo } from './own-table.ts'

const goods = [
  ['Lamp', 'Lighting', 24.9],
  ['Bulb, 4 pack', 'Lighting', 11.5],
  ['Desk', 'Furniture', 189],
  ['Chair', 'Furniture', 74.5],
  ['Rug', 'Textiles', 59],
  ['Curtain', 'Textiles', 32.25],
] as const
const stores = ['Lyon', 'Porto', 'Ghent', 'Graz'] as const

/** Receipts of four shops over a year; some without a customer. */
export const sales: MakeTable = ({ below, pick, chance }) => ({
  header: ['Receipt', 'Sold on', 'Store', 'Category', 'Item', 'Units', 'Unit price', 'Total', 'Customer'],
  rows: Array.from({ length: 420 }, (_, row) => {
    const [item, category, price] = pick(goods)
    const units = 1 + below(6)
    const total = roundTo(units * price, 2)
    const customer = chance(0.2) ? null : `Customer ${below(90)}`
    return [
      `R-${7000 + row}`,
      dayAfter('2024-01-01', below(366)),
      pick(stores),
      category,
      item,
      units,
      price,
      total,
      customer,
    ]
  }),
})
