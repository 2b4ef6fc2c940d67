import { chartData } from '#core/charts/chart-data.ts'
import type { ChartData } from '#core/charts/chart.ts'
import { query, type QueryInput } from '#core/query/query.ts'
import { type SemanticColumn, type SemanticModel, undecided } from '#core/semantic/semantic-model.ts'
import type { Cell, Column, ColumnType, Table } from '#core/table/table.ts'

/** A column of cells, stored as its type asks. Moments are ISO text. */
export function columnOf(name: string, type: ColumnType, cells: readonly Cell[]): Column {
  if (type === 'text') {
    const dictionary = [...new Set(cells.filter((cell) => cell !== null).map(String))]
    return {
      name,
      type,
      dictionary,
      codes: Int32Array.from(cells, (cell) => (cell === null ? -1 : dictionary.indexOf(String(cell)))),
    }
  }
  const numberOf = (cell: Cell): number =>
    cell === null ? Number.NaN : typeof cell === 'string' ? Date.parse(cell) : Number(cell)
  return { name, type, values: Float64Array.from(cells, numberOf) }
}

/** A table of columns of one length. */
export const tableOf = (...columns: readonly Column[]): Table => {
  const [first] = columns
  return { rows: first ? (first.type === 'text' ? first.codes.length : first.values.length) : 0, columns }
}

const usual: Omit<SemanticColumn, 'name' | 'label'> = {
  type: 'text',
  role: 'dimension',
  format: 'text',
  synonyms: [],
  aggregates: ['count', 'distinct'],
  kind: 'category',
  isSensitive: false,
  defaultAggregate: 'count',
  distinct: 5,
  nulls: 0,
  range: null,
  values: [],
}

/** A semantic column; what is not said is that of a text dimension with five values. */
export const semantic = (name: string, told: Partial<SemanticColumn> = {}): SemanticColumn => ({
  ...usual,
  name,
  label: name,
  ...told,
})

/** A measure that may be summed. */
export const amount = (name: string, told: Partial<SemanticColumn> = {}): SemanticColumn =>
  semantic(name, {
    type: 'decimal',
    role: 'measure',
    format: 'currency',
    aggregates: ['sum', 'mean', 'median', 'min', 'max', 'count', 'distinct'],
    defaultAggregate: 'sum',
    distinct: 900,
    range: { min: 0, max: 1000 },
    ...told,
  })

/** A moment to follow in time. */
export const moment = (name: string, told: Partial<SemanticColumn> = {}): SemanticColumn =>
  semantic(name, {
    type: 'date',
    role: 'time',
    format: 'date',
    aggregates: ['min', 'max', 'count', 'distinct'],
    distinct: 300,
    ...told,
  })

/** A model of a thousand orders with these columns. */
export function modelOf(columns: readonly SemanticColumn[], told: Partial<SemanticModel> = {}): SemanticModel {
  const time = columns.find(({ role }) => role === 'time')
  return {
    ...undecided,
    dataset: 'orders',
    name: 'Orders',
    rows: 1000,
    entity: 'order',
    columns: [...columns],
    timeColumn: time?.name ?? null,
    timeGrain: time ? 'month' : null,
    ...told,
  }
}

/** Orders of a shop: what most tests need. */
export const shop = modelOf([
  moment('Order date'),
  semantic('Region', { distinct: 4 }),
  semantic('Channel', { distinct: 3 }),
  semantic('Product', { distinct: 40 }),
  amount('Revenue'),
  amount('Profit'),
  amount('Quantity', { type: 'integer', format: 'number' }),
  amount('Rating', { format: 'number', defaultAggregate: 'mean', distinct: 5 }),
])

/** A result as the engine would hand it over for that Query, ready to draw. */
export const dataOf = (asked: Omit<QueryInput, 'dataset'>, table: Table, model: SemanticModel = shop): ChartData =>
  chartData(table, query.parse({ dataset: 'orders', ...asked }), model)
