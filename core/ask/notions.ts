import { singular, wordsOfName } from '../profile/name-words.ts'
import type { Measure } from '../query/measure.ts'
import { bracketed } from '../semantic/formula/print.ts'
import type { SemanticColumn, SemanticModel } from '../semantic/semantic-model.ts'
import type { Format } from '../semantic/vocabulary.ts'

/** A figure that people at work name though no column is called so: what it is computed of is a guess, said as such. */
export type Notion = {
  readonly label: string
  readonly synonyms: readonly string[]
  readonly format: Format
  readonly measure: Measure
  /** The column that is the figure of one row; null where it has none. */
  readonly column: SemanticColumn | null
}

const wordsOfColumn = ({ label, name }: SemanticColumn): readonly string[] =>
  [...wordsOfName(label), ...wordsOfName(name)].map(singular)

const amounts = ({ columns }: SemanticModel): readonly SemanticColumn[] =>
  columns.filter(({ role, type }) => role === 'measure' && (type === 'decimal' || type === 'integer'))

/** The column of amounts that one of the words names, the surest word and the shortest name first. */
function named(model: SemanticModel, words: readonly string[]): SemanticColumn | undefined {
  const ranked = [...amounts(model)].sort((a, b) => a.label.length - b.label.length)
  for (const word of words) {
    const found = ranked.find((column) => wordsOfColumn(column).includes(word))
    if (found) return found
  }
  return undefined
}

const revenueWords = ['revenue', 'sales', 'sale', 'turnover', 'takings', 'gross']

/** Prices of securities are quoted, not taken in. */
const isQuoted = ({ columns }: SemanticModel): boolean =>
  columns.some((column) => wordsOfColumn(column).some((word) => ['symbol', 'ticker', 'isin'].includes(word)))

/** Words of names for money taken in; a name with another word, as `total working years`, is of something else. */
const moneyWords = new Set(
  'total amount payment fare price bill invoice order sale grand net gross paid usd eur'.split(' '),
)

const isMoney = (column: SemanticColumn): boolean =>
  column.format === 'currency' ||
  column.kind === 'money' ||
  wordsOfName(column.name).every((word) => moneyWords.has(word))

function revenue(model: SemanticModel): Notion | null {
  if (named(model, revenueWords) || isQuoted(model)) return null
  const price = named(model, ['total', 'amount', 'payment', 'fare', 'price'])
  if (price === undefined || !isMoney(price)) return null
  const quantity = named(model, ['quantity', 'qty', 'unit'])
  const isEach = quantity !== undefined && wordsOfColumn(price).includes('price')
  const measure: Measure = isEach
    ? { aggregate: 'formula', formula: `sum(${bracketed(price.name)} * ${bracketed(quantity.name)})`, as: 'Revenue' }
    : { aggregate: 'sum', column: price.name }
  return {
    label: 'Revenue',
    synonyms: ['sales', 'turnover', 'takings', 'total revenue', 'total sales', 'revenues'],
    format: 'currency',
    measure,
    column: isEach ? null : price,
  }
}

const sumOf = (column: SemanticColumn): string => `sum(${bracketed(column.name)})`

/** What is left of the sales once the costs are paid; null where the data has a profit, or no costs. */
function earned(model: SemanticModel): string | null {
  const [own, sales, cost] = [named(model, ['profit']), named(model, revenueWords), named(model, ['cost', 'expense'])]
  if (own) return sumOf(own)
  return sales && cost ? `(${sumOf(sales)} - ${sumOf(cost)})` : null
}

function profit(model: SemanticModel): Notion | null {
  const formula = earned(model)
  if (formula === null || named(model, ['profit', 'gain', 'earning'])) return null
  return {
    label: 'Profit',
    synonyms: ['gain', 'earnings', 'gross profit'],
    format: 'currency',
    measure: { aggregate: 'formula', formula, as: 'Profit' },
    column: null,
  }
}

function margin(model: SemanticModel): Notion | null {
  const [formula, sales] = [earned(model), named(model, revenueWords)]
  if (formula === null || sales === undefined || named(model, ['margin'])) return null
  return {
    label: 'Profit margin',
    synonyms: ['margin', 'margin rate', 'profit ratio', 'profit margins', 'margins', 'profit percentage'],
    format: 'percent',
    measure: { aggregate: 'formula', formula: `${formula} / ${sumOf(sales)}`, as: 'Profit margin' },
    column: null,
  }
}

function orderValue(model: SemanticModel): Notion | null {
  const sales = named(model, revenueWords) ?? named(model, ['amount', 'price'])
  const order = model.columns.find(
    (column) =>
      column.role === 'id' &&
      column.distinct < model.rows * 0.98 &&
      wordsOfColumn(column).some((word) => ['order', 'invoice', 'transaction', 'basket'].includes(word)),
  )
  if (sales === undefined || order === undefined) return null
  return {
    label: 'Average order value',
    synonyms: [
      'aov',
      'order value',
      'average order size',
      'basket size',
      'average basket',
      'average basket size',
      'average basket value',
    ],
    format: 'currency',
    measure: {
      aggregate: 'formula',
      formula: `${sumOf(sales)} / distinct(${bracketed(order.name)})`,
      as: 'Average order value',
    },
    column: null,
  }
}

function density(model: SemanticModel): Notion | null {
  const [people, area] = [named(model, ['population', 'inhabitant']), named(model, ['area'])]
  if (people === undefined || area === undefined || named(model, ['density'])) return null
  return {
    label: 'Population density',
    synonyms: [
      'density',
      'people per sq km',
      'people per square kilometer',
      'inhabitants per square kilometer',
      'people per square mile',
      'people per area',
    ],
    format: 'number',
    measure: { aggregate: 'formula', formula: `${sumOf(people)} / ${sumOf(area)}`, as: 'Population density' },
    column: null,
  }
}

/** What all are paid together. */
function payroll(model: SemanticModel): Notion | null {
  const pay = named(model, ['salary', 'wage', 'pay', 'compensation'])
  if (pay === undefined || pay.format !== 'currency' || named(model, ['payroll'])) return null
  return {
    label: 'Payroll',
    synonyms: [
      'wage bill',
      'salary bill',
      'total payroll',
      'salary cost',
      'salary costs',
      'payroll cost',
      'wage costs',
      'pay bill',
    ],
    format: 'currency',
    measure: { aggregate: 'sum', column: pay.name },
    column: pay,
  }
}

type Quotient = {
  readonly label: string
  readonly synonyms: readonly string[]
  readonly format: Format
  readonly of: readonly string[]
  readonly per: readonly string[]
  readonly times?: number
}

const costWords = ['spend', 'cost', 'expense', 'budget', 'spending']

/** Figures of advertising, sales and making: one total over another. */
const quotients: readonly Quotient[] = [
  {
    label: 'Click-through rate',
    synonyms: ['ctr', 'click through rate', 'click rate', 'clickthrough rate', 'clicks per impression'],
    format: 'percent',
    of: ['click'],
    per: ['impression', 'view', 'delivered', 'send', 'sent'],
  },
  {
    label: 'Conversion rate',
    synonyms: ['cvr', 'conversion percentage', 'conversion ratio', 'conv rate', 'cr'],
    format: 'percent',
    of: ['conversion', 'purchase', 'signup', 'order'],
    per: ['click', 'session', 'visit', 'visitor', 'lead'],
  },
  {
    label: 'Cost per click',
    synonyms: ['cpc', 'average cpc'],
    format: 'currency',
    of: costWords,
    per: ['click'],
  },
  {
    label: 'Cost per thousand impressions',
    synonyms: ['cpm', 'cost per mille', 'cost per thousand'],
    format: 'currency',
    of: costWords,
    per: ['impression'],
    times: 1000,
  },
  {
    label: 'Cost per conversion',
    synonyms: [
      'cpa',
      'cost per acquisition',
      'cac',
      'acquisition cost',
      'customer acquisition cost',
      'cost per action',
    ],
    format: 'currency',
    of: costWords,
    per: ['conversion', 'signup', 'acquisition'],
  },
  {
    label: 'Cost per lead',
    synonyms: ['cpl'],
    format: 'currency',
    of: costWords,
    per: ['lead'],
  },
  {
    label: 'Return on ad spend',
    synonyms: ['roas', 'return on advertising spend', 'return on spend'],
    format: 'number',
    of: revenueWords,
    per: ['spend', 'cost', 'expense'],
  },
  {
    label: 'Bounce rate',
    synonyms: [],
    format: 'percent',
    of: ['bounce'],
    per: ['session', 'visit', 'send', 'sent'],
  },
  {
    label: 'Open rate',
    synonyms: [],
    format: 'percent',
    of: ['open', 'opened'],
    per: ['delivered', 'sent', 'send', 'recipient'],
  },
  {
    label: 'Defect rate',
    synonyms: ['scrap rate', 'reject rate', 'failure rate', 'error rate'],
    format: 'percent',
    of: ['defect', 'scrap', 'reject', 'failure', 'error', 'defective'],
    per: ['produced', 'output', 'unit', 'quantity', 'inspected', 'request'],
  },
]

function quotient(model: SemanticModel, { label, synonyms, format, of, per, times }: Quotient): Notion | null {
  const [top, bottom] = [named(model, of), named(model, per)]
  const isNamed = model.columns.some((column) => [label, ...synonyms].includes(column.label) || column.label === label)
  if (top === undefined || bottom === undefined || top === bottom || isNamed) return null
  const formula = `${sumOf(top)} / ${sumOf(bottom)}${times === undefined ? '' : ` * ${times}`}`
  return { label, synonyms, format, measure: { aggregate: 'formula', formula, as: label }, column: null }
}

/** What is left of the sales for each unit of what was paid. */
function returned(model: SemanticModel): Notion | null {
  const [sales, cost] = [named(model, revenueWords), named(model, costWords)]
  if (sales === undefined || cost === undefined || named(model, ['roi'])) return null
  return {
    label: 'Return on investment',
    synonyms: ['roi', 'return on the investment'],
    format: 'percent',
    measure: {
      aggregate: 'formula',
      formula: `(${sumOf(sales)} - ${sumOf(cost)}) / ${sumOf(cost)}`,
      as: 'Return on investment',
    },
    column: null,
  }
}

/** The figures that this data has no column for and can still be asked for. */
export const notionsOf = (model: SemanticModel): readonly Notion[] =>
  [
    revenue(model),
    profit(model),
    margin(model),
    orderValue(model),
    density(model),
    returned(model),
    payroll(model),
    ...quotients.map((each) => quotient(model, each)),
  ].flatMap((notion) =>
    notion === null || model.measures.some(({ label }) => label.toLowerCase() === notion.label.toLowerCase())
      ? []
      : [notion],
  )
