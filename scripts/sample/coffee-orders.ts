import { createRandom, type Random } from './random.ts'
import { day } from '#core/table/time-units.ts'

/**
 * Three years of orders of Harbour Coffee, a roaster that does not exist. What is in it to be found:
 * growth of about a fifth a year, a December peak, quiet Sundays for wholesale;
 * the North falls by a third from June 2025, when a competitor opens;
 * cold brew, launched in March 2024, sells in summer; equipment discounts eat its profit;
 * a carrier's strike in November 2024 slows delivery, and slow delivery lowers the rating.
 */
type Product = {
  readonly name: string
  readonly category: string
  readonly price: number
  readonly costShare: number
  readonly weight: number
}

const products: readonly Product[] = [
  { name: 'House Blend 1 kg', category: 'Beans', price: 24, costShare: 0.52, weight: 22 },
  { name: 'Espresso Forte 1 kg', category: 'Beans', price: 27, costShare: 0.5, weight: 18 },
  { name: 'Ethiopia Yirgacheffe 250 g', category: 'Beans', price: 11.5, costShare: 0.55, weight: 14 },
  { name: 'Decaf Colombia 250 g', category: 'Beans', price: 10.5, costShare: 0.57, weight: 7 },
  { name: 'Capsules 100 pack', category: 'Capsules', price: 34, costShare: 0.44, weight: 13 },
  { name: 'Capsules Decaf 50 pack', category: 'Capsules', price: 18.5, costShare: 0.46, weight: 5 },
  { name: 'Cold Brew 6 pack', category: 'Cold brew', price: 16, costShare: 0.38, weight: 10 },
  { name: 'Hand Grinder', category: 'Equipment', price: 59, costShare: 0.68, weight: 4 },
  { name: 'Pour-over Set', category: 'Equipment', price: 39, costShare: 0.64, weight: 4 },
  { name: 'Espresso Machine', category: 'Equipment', price: 449, costShare: 0.74, weight: 1.2 },
]

const regions: readonly (readonly [string, number, readonly string[]])[] = [
  ['North', 24, ['Hamburg', 'Bremen', 'Kiel']],
  ['South', 31, ['Munich', 'Stuttgart', 'Nuremberg', 'Freiburg']],
  ['East', 18, ['Berlin', 'Leipzig', 'Dresden']],
  ['West', 27, ['Cologne', 'Düsseldorf', 'Dortmund', 'Essen']],
]

const header = [
  'Order ID',
  'Order date',
  'Channel',
  'Region',
  'City',
  'Customer type',
  'Category',
  'Product',
  'Quantity',
  'Unit price',
  'Discount',
  'Revenue',
  'Profit',
  'Delivery days',
  'Rating',
]

const firstDay = Date.UTC(2023, 0, 1)
const lastDay = Date.UTC(2025, 11, 31)
const cents = (amount: number): number => Math.round(amount * 100) / 100
const iso = (moment: number): string => new Date(moment).toISOString().slice(0, 10)

function ordersOn(moment: number, random: Random): number {
  const date = new Date(moment)
  const season = [0.88, 0.86, 0.95, 0.98, 1, 0.97, 0.92, 0.9, 1, 1.06, 1.18, 1.52][date.getUTCMonth()] ?? 1
  const weekday = date.getUTCDay() === 0 ? 0.55 : 1
  const growth = 1.2 ** ((moment - firstDay) / (365 * day))
  return Math.max(0, Math.round(4.2 * season * weekday * growth + random.normal() * 1.1))
}

function productFor(moment: number, random: Random): Product {
  const month = new Date(moment).getUTCMonth()
  const launched = moment >= Date.UTC(2024, 2, 1)
  const summer = month >= 4 && month <= 7 ? 2.4 : 0.6
  return random.pick(
    products.map(
      (product) =>
        [product, product.category !== 'Cold brew' ? product.weight : launched ? product.weight * summer : 0] as const,
    ),
  )
}

function regionFor(moment: number, random: Random): readonly [string, readonly string[]] {
  const north = moment >= Date.UTC(2025, 5, 1) ? 0.66 : 1
  return random.pick(
    regions.map(
      ([name, weight, cities]) => [[name, cities] as const, name === 'North' ? weight * north : weight] as const,
    ),
  )
}

function deliveryDays(moment: number, channel: string, random: Random): number {
  if (channel === 'Café') return 0
  const strike = moment >= Date.UTC(2024, 10, 4) && moment <= Date.UTC(2024, 10, 29) ? 5 : 0
  return Math.max(1, Math.round(2.4 + strike + random.normal() * 0.9))
}

function rating(days: number, random: Random): string {
  if (random.next() < 0.34) return ''
  return String(Math.min(5, Math.max(1, Math.round(4.9 - 0.22 * days + random.normal() * 0.6))))
}

function orderRow(moment: number, id: number, random: Random): readonly (string | number)[] {
  const sunday = new Date(moment).getUTCDay() === 0
  const channel = random.pick([
    ['Online', 52],
    ['Café', 26],
    ['Wholesale', sunday ? 2 : 22],
  ] as const)
  const product = productFor(moment, random)
  const [region, cities] = regionFor(moment, random)
  const wholesale = channel === 'Wholesale' && product.category !== 'Equipment'
  const quantity = wholesale
    ? 6 + Math.floor(random.next() * 18)
    : random.pick([
        [1, 62],
        [2, 26],
        [3, 9],
        [4, 3],
      ] as const)
  const price = cents(product.price * 1.03 ** (new Date(moment).getUTCFullYear() - 2023))
  const discount =
    product.category === 'Equipment'
      ? random.pick([
          [0, 4],
          [0.1, 3],
          [0.2, 3],
          [0.3, 2],
        ] as const)
      : wholesale
        ? 0.12
        : random.pick([
            [0, 8],
            [0.05, 1],
            [0.1, 1],
          ] as const)
  const revenue = cents(quantity * price * (1 - discount))
  const profit = cents(revenue - quantity * price * product.costShare)
  const days = deliveryDays(moment, channel, random)
  return [
    `HC-${String(id).padStart(5, '0')}`,
    iso(moment),
    channel,
    region,
    random.pick(cities.map((city, i) => [city, cities.length - i] as const)),
    random.next() < 0.58 ? 'Returning' : 'New',
    product.category,
    product.name,
    quantity,
    price,
    discount,
    revenue,
    profit,
    days,
    rating(days, random),
  ]
}

/** The orders as CSV text; the same on every call. */
export function coffeeOrders(): string {
  const random = createRandom(20230101)
  const lines = [header.join(',')]
  for (let moment = firstDay; moment <= lastDay; moment += day) {
    for (let left = ordersOn(moment, random); left > 0; left--)
      lines.push(orderRow(moment, lines.length, random).join(','))
  }
  return `${lines.join('\n')}\n`
}
