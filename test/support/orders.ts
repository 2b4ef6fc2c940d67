import { loadText, type LoadedText } from './load-text.ts'

const regions = ['North', 'South', 'East', 'West']
const products = ['Green Tea', 'Espresso', 'Oat Milk', 'Mug', 'Kettle', 'Filter']
const segments = ['Consumer', 'Corporate']

/** 240 orders of two years, without chance: every figure can be checked by hand. */
export function ordersCsv(): string {
  const rows = Array.from({ length: 240 }, (_, at) => {
    const day = new Date(Date.UTC(2023, 0, 1) + at * 3 * 86_400_000).toISOString().slice(0, 10)
    const region = regions[(at * 7) % 4]
    const product = products[(at * 5) % 6]
    const quantity = 1 + ((at * 3) % 7)
    const price = 5 + ((at * 11) % 40)
    const returned = at % 9 === 0 ? 'yes' : 'no'
    const email = at % 10 === 0 ? '' : `c${at % 60}@example.org`
    return [
      `A-${1000 + at}`,
      day,
      region,
      segments[at % 2],
      product,
      `Customer ${at % 60}`,
      email,
      quantity,
      price,
      quantity * price,
      (at % 5) / 10,
      1 + (at % 5),
      returned,
    ].join(',')
  })
  return `order_id,order_date,region,segment,product_name,customer_name,email,quantity,unit_price,sales,discount_rate,rating,returned\n${rows.join('\n')}\n`
}

export const loadOrders = (): Promise<LoadedText> => loadText('orders.csv', ordersCsv())
