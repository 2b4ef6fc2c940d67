import { remembered } from '../remembered.ts'

const irregular: ReadonlyMap<string, string> = new Map(
  Object.entries({
    people: 'person',
    persons: 'person',
    children: 'child',
    men: 'man',
    women: 'woman',
    wives: 'wife',
    lives: 'life',
    movies: 'movie',
    cookies: 'cookie',
    calories: 'calorie',
    categories: 'category',
    series: 'series',
    species: 'species',
    news: 'news',
    sales: 'sales',
    lens: 'lens',
    gas: 'gas',
    bus: 'bus',
    buses: 'bus',
    status: 'status',
    always: 'always',
    shoes: 'shoe',
    houses: 'house',
    databases: 'database',
    expenses: 'expense',
    purchases: 'purchase',
    warehouses: 'warehouse',
    courses: 'course',
    matches: 'match',
  }),
)

/** Singular in lower case: `Cities` is `city`, `addresses` is `address`. */
export function singular(noun: string): string {
  const word = noun.toLowerCase()
  const known = irregular.get(word)
  if (known !== undefined) return known
  if (word.length <= 3 || !word.endsWith('s') || /(ss|us|is|'s)$/.test(word)) return word
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}

function splitName(name: string): readonly string[] {
  const spaced = name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/['’]/g, '')
    .replace(/\be-mail/gi, 'email')
  return spaced
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

/** Words of a column name in lower case: `customer_firstName` is `customer`, `first`, `name`. */
export const wordsOfName = remembered(splitName, 2000)

const capitals: ReadonlyMap<string, string> = new Map(
  Object.entries({
    id: 'ID',
    url: 'URL',
    ip: 'IP',
    gdp: 'GDP',
    bmi: 'BMI',
    mpg: 'MPG',
    sku: 'SKU',
    vat: 'VAT',
    usd: 'USD',
    eur: 'EUR',
    ssn: 'SSN',
    imdb: 'IMDB',
    qty: 'quantity',
    amt: 'amount',
    num: 'number of',
    pct: 'percent',
    avg: 'average',
  }),
)

/** Units at the end of a name: `body_mass_g`. */
export const unitWords: ReadonlySet<string> = new Set(
  'mm cm km kg g lb lbs mg ml kwh mph kmh ms usd eur gbp'.split(' '),
)

/** `Order Date` becomes `Order date`; words with other capitals stay. */
const inSentenceCase = (text: string): string =>
  text.replace(/(?<=[\s(/-])\p{Lu}[\p{Ll}']*(?=$|[\s),:;/?-])/gu, (word) =>
    word.length > 1 ? word.toLowerCase() : word,
  )

/** A label for a column name: `order_date` is `Order date`; a name that already consists of words stays. */
export function labelOfName(name: string): string {
  const trimmed = name.trim()
  const isWords = (!trimmed.includes('_') && /\s/.test(trimmed)) || /^\p{Lu}+$/u.test(trimmed)
  if (isWords) return inSentenceCase(trimmed.replace(/\s+/g, ' '))
  const names = wordsOfName(trimmed)
  const unit = names.length > 1 && unitWords.has(names.at(-1) ?? '') ? names.at(-1) : undefined
  const said = (unit === undefined ? names : names.slice(0, -1)).map((word) => capitals.get(word) ?? word)
  const text = unit === undefined ? said.join(' ') : `${said.join(' ')} (${capitals.get(unit) ?? unit})`
  return text === '' ? trimmed || 'Unnamed' : text.charAt(0).toUpperCase() + text.slice(1)
}
