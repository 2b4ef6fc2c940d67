import { wordsOfName } from '../../profile/name-words.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'

/** How many of the first unit of its line each unit is. */
const families: readonly (readonly (readonly [unit: string, size: number])[])[] = [
  [
    ['g', 1],
    ['gram', 1],
    ['grams', 1],
    ['kg', 1000],
    ['kilo', 1000],
    ['kilos', 1000],
    ['kilogram', 1000],
    ['kilograms', 1000],
    ['mg', 0.001],
    ['t', 1e6],
    ['tonne', 1e6],
    ['tonnes', 1e6],
  ],
  [
    ['lb', 1],
    ['lbs', 1],
    ['pound', 1],
    ['pounds', 1],
    ['oz', 0.0625],
    ['ounce', 0.0625],
    ['ounces', 0.0625],
  ],
  [
    ['mm', 1],
    ['millimeter', 1],
    ['millimeters', 1],
    ['cm', 10],
    ['centimeter', 10],
    ['centimeters', 10],
    ['centimetres', 10],
    ['m', 1000],
    ['meter', 1000],
    ['meters', 1000],
    ['metre', 1000],
    ['metres', 1000],
    ['km', 1e6],
    ['kilometer', 1e6],
    ['kilometers', 1e6],
    ['kilometres', 1e6],
  ],
  [
    ['s', 1],
    ['sec', 1],
    ['second', 1],
    ['seconds', 1],
    ['min', 60],
    ['mins', 60],
    ['minute', 60],
    ['minutes', 60],
    ['h', 3600],
    ['hr', 3600],
    ['hrs', 3600],
    ['hour', 3600],
    ['hours', 3600],
    ['day', 86_400],
    ['days', 86_400],
  ],
]
const sizes = new Map(
  families.flatMap((family, at) => family.map(([unit, size]) => [unit, { family: at, size }] as const)),
)

/** The unit that closes a column's name: `body_mass_g` is in grams. */
export const unitOfColumn = ({ name }: SemanticColumn): string | undefined =>
  wordsOfName(name)
    .filter((word, at) => at > 0 && sizes.has(word))
    .at(-1)

const multiples: ReadonlyMap<string, number> = new Map([
  ...['thousand', 'thousands', 'k'].map((word) => [word, 1e3] as const),
  ...['million', 'millions', 'mn', 'mio'].map((word) => [word, 1e6] as const),
  ...['billion', 'billions', 'bn'].map((word) => [word, 1e9] as const),
])

/** How many one of the column's numbers stands for: a billion in `sales_in_billion`. */
const multipleOf = ({ name }: SemanticColumn): number => multiples.get(wordsOfName(name).at(-1) ?? '') ?? 1

/** `over 20 billion` is over 20 in a column of billions: a number far beyond all of its own was written out. */
function inMultipleOf(value: number, column: SemanticColumn): number {
  const multiple = multipleOf(column)
  const isBeyond = column.range !== null && Math.abs(value) > Math.abs(column.range.max) * 10
  return multiple > 1 && isBeyond ? Number((value / multiple).toPrecision(12)) : value
}

/** How an amount is told in another unit: less the first, times the second. */
export type Conversion = { readonly less: number; readonly times: number }

const degrees: ReadonlyMap<string, 'c' | 'f'> = new Map(
  Object.entries({ celsius: 'c', centigrade: 'c', c: 'c', fahrenheit: 'f', f: 'f' } as const),
)

/** How far apart units of different families are: what one of the first is in the second. */
const bridges: ReadonlyMap<string, number> = new Map(
  Object.entries({
    'miles km': 1.609344,
    'km miles': 1 / 1.609344,
    'pounds kg': 0.45359237,
    'kg pounds': 1 / 0.45359237,
    'inches cm': 2.54,
    'cm inches': 1 / 2.54,
    'feet meters': 0.3048,
    'meters feet': 1 / 0.3048,
  }),
)

const spelt: ReadonlyMap<string, string> = new Map(
  Object.entries({
    mile: 'miles',
    mi: 'miles',
    kilometers: 'km',
    kilometres: 'km',
    lbs: 'pounds',
    lb: 'pounds',
    kilos: 'kg',
    kilograms: 'kg',
    inch: 'inches',
    centimeters: 'cm',
    centimetres: 'cm',
    ft: 'feet',
    foot: 'feet',
    m: 'meters',
    metres: 'meters',
  }),
)

const usual = (unit: string): string => spelt.get(unit) ?? unit

/** Between Fahrenheit and Celsius, by the word that closes a name of temperature. */
function ofDegrees(unit: string, words: readonly string[]): Conversion | null {
  const [wanted, own] = [degrees.get(unit), degrees.get(words.at(-1) ?? '')]
  if (wanted === undefined || own === undefined || wanted === own) return null
  if (!words.some((word) => /^(temperature|temp|dew|heat)$/.test(word))) return null
  return wanted === 'c' ? { less: 32, times: 5 / 9 } : { less: -160 / 9, times: 9 / 5 }
}

/** How a column's figures are told in another unit than the one its name closes with; null where that is not known. */
export function conversionTo(unit: string, column: SemanticColumn): Conversion | null {
  const words = wordsOfName(column.name)
  const own = words.length > 1 ? (words.at(-1) ?? '') : ''
  const [said, known] = [sizes.get(unit), sizes.get(own)]
  if (said && known && said.family === known.family && unit !== own)
    return { less: 0, times: Number((known.size / said.size).toPrecision(12)) }
  const bridge = bridges.get(`${usual(own)} ${usual(unit)}`)
  return bridge === undefined ? ofDegrees(unit, words) : { less: 0, times: bridge }
}

/** An amount in the unit of the column it is compared with: 5 kg of a column in grams are 5,000. */
export function inUnitOf(plain: number, unit: string | undefined, column: SemanticColumn): number {
  const value = inMultipleOf(plain, column)
  const [said, own] = [sizes.get(unit ?? ''), sizes.get(unitOfColumn(column) ?? '')]
  return said && own && said.family === own.family ? Number(((value * said.size) / own.size).toPrecision(12)) : value
}
