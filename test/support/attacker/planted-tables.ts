import { type Random, seededRandom } from '../random.ts'

export type Value = string | number | null
export type Row = Readonly<Record<string, Value>>

/** A table about persons, and which of its columns may be grouped, filtered, measured by. */
export type Planted = {
  readonly name: string
  /** The column that names the person of a row. */
  readonly person: string
  readonly categories: readonly string[]
  readonly numbers: readonly string[]
  readonly dates: readonly string[]
  readonly rows: readonly Row[]
}

const day = (random: Random, from: number, years: number): string =>
  new Date(Date.UTC(from, 0, 1) + random.below(years * 365) * 86_400_000).toISOString().slice(0, 10)

/** Values of a skewed category: the last ones are rare. */
const skewed = (random: Random, values: readonly string[]): string =>
  values[Math.min(values.length - 1, Math.floor(random.next() ** 2 * values.length))] ?? ''

const list = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${prefix} ${at + 1}`)

type Maker = {
  readonly person: string
  readonly rows: number
  readonly persons: number
  readonly categories: Readonly<Record<string, readonly string[]>>
  readonly dates: readonly string[]
  readonly numbers: Readonly<Record<string, (random: Random) => Value>>
}

const amount = (scale: number) => (random: Random) => Math.round(scale * (0.2 + random.next() ** 3 * 5))
const sometimes =
  (share: number, value: (random: Random) => Value) =>
  (random: Random): Value =>
    random.chance(share) ? value(random) : null
const mostlyZero = (random: Random): Value => (random.chance(0.1) ? 100 + random.below(900) : 0)

const makers: Readonly<Record<string, Maker>> = {
  staff: {
    person: 'employee_id',
    rows: 600,
    persons: 600,
    categories: {
      department: list('Dept', 9),
      city: list('City', 12),
      level: list('Level', 5),
      gender: ['f', 'm', 'x'],
    },
    dates: ['hired', 'started'],
    numbers: { salary: amount(40_000), bonus: mostlyZero, absence_days: sometimes(0.6, (random) => random.below(20)) },
  },
  visits: {
    person: 'patient_id',
    rows: 900,
    persons: 260,
    categories: { ward: list('Ward', 7), diagnosis: list('Diagnosis', 30), insurance: ['public', 'private', 'none'] },
    dates: ['admitted'],
    numbers: {
      cost: amount(800),
      days: (random) => 1 + random.below(9),
      score: sometimes(0.3, (random) => random.below(100)),
    },
  },
  orders: {
    person: 'customer_id',
    rows: 1500,
    persons: 320,
    categories: { country: list('Country', 15), channel: ['shop', 'web', 'phone'], product: list('Product', 40) },
    dates: ['ordered'],
    numbers: { amount: amount(60), discount: mostlyZero, quantity: (random) => 1 + random.below(5) },
  },
  grades: {
    person: 'student_id',
    rows: 700,
    persons: 140,
    categories: { course: list('Course', 8), school: list('School', 6), track: ['a', 'b'] },
    dates: ['taken'],
    numbers: { grade: (random) => 1 + random.below(6), hours: sometimes(0.8, amount(10)) },
  },
  donations: {
    person: 'donor_id',
    rows: 500,
    persons: 230,
    categories: { region: list('Region', 10), campaign: list('Campaign', 14), means: ['card', 'transfer', 'cash'] },
    dates: ['given'],
    numbers: { gift: amount(25), matched: mostlyZero },
  },
}

/** Five tables about persons, a few of whom stand out in every way: rare groups, extreme amounts. */
export function plantedTables(seed: number): readonly Planted[] {
  const random = seededRandom(seed)
  return Object.entries(makers).map(([name, maker]) => {
    const rowOf = (at: number): Row => {
      const person = maker.persons === maker.rows ? at : random.below(maker.persons)
      return {
        [maker.person]: `P-${person}`,
        ...Object.fromEntries(Object.entries(maker.categories).map(([key, values]) => [key, skewed(random, values)])),
        ...Object.fromEntries(maker.dates.map((key) => [key, day(random, 2019, 5)])),
        ...Object.fromEntries(Object.entries(maker.numbers).map(([key, value]) => [key, value(random)])),
      }
    }
    const rows = Array.from({ length: maker.rows }, (_, at) => rowOf(at))
    const planted = rows.map((row, at) => (at % 97 === 0 ? standingOut(row, maker) : row))
    return {
      name,
      person: maker.person,
      categories: Object.keys(maker.categories),
      numbers: Object.keys(maker.numbers),
      dates: maker.dates,
      rows: planted,
    }
  })
}

const standingOut = (row: Row, { numbers, categories }: Maker): Row => ({
  ...row,
  [Object.keys(numbers)[0] ?? '']: 999_000,
  [Object.keys(categories)[0] ?? '']: 'Board',
})

export const csvOf = (rows: readonly Row[]): string => {
  const [first = {}] = rows
  const names = Object.keys(first)
  return [names.join(','), ...rows.map((row) => names.map((name) => row[name] ?? '').join(','))].join('\n')
}
