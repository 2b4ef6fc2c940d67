import { isQuantity } from '#core/query/type-rules.ts'
import type { Scalar } from '#core/query/filter.ts'
import type { Source } from '#core/table/source.ts'
import { joinTables } from '#core/engine/join-tables.ts'
import { takeTable } from '#core/engine/take-rows.ts'
import { cellAt, type Field, findColumn, type Table } from '#core/table/table.ts'
import { fieldsOf } from '../../support/databases/database.ts'
import { loadPath } from '../../support/load-text.ts'
import type { Random } from '../../support/random.ts'
import { randomCustomers, randomOrders } from './random-data.ts'
import type { Subject } from './random-query.ts'

/** The tables behind a Query's datasets, and what may be asked of them. */
export type Data = { readonly tables: Readonly<Record<string, Table>>; readonly subjects: readonly Subject[] }

/** Orders, and the customers that some of them name. */
export function randomData(random: Random, rows: number): Data {
  const [orders, customers] = [randomOrders(random, rows), randomCustomers(random)]
  const own = fieldsOf(orders)
  const joined = fieldsOf(customers).map((field) => ({ ...field, name: `Customer.${field.name}` }))
  const joins = [{ name: 'Customer', dataset: 'c', column: 'customer', key: 'id' }]
  const inexact = ['huge']
  const alone: Subject = { fields: own, joins: [], inexact, formulas }
  const calculated = { fields: [...own, ...calculatedFields], joins: [], calculations, inexact, formulas }
  return {
    tables: { d: orders, c: customers },
    subjects: [alone, alone, alone, calculated, { fields: [...own, ...joined], joins, inexact, formulas }],
  }
}

/** Sums of these are exact as well, in every order. */
const calculations = [
  { name: 'worth', formula: '[amount] * [quantity]' },
  { name: 'third', formula: 'floor([worth] / 3)' },
  { name: 'kind', formula: "if([flag], lower([region]), coalesce([City], 'none'))" },
  { name: 'opens', formula: 'date_trunc(month, [day])' },
  { name: 'many', formula: '[quantity] > 3 and not [flag]' },
]
const calculatedFields: readonly Field[] = [
  { name: 'worth', type: 'decimal' },
  { name: 'third', type: 'decimal' },
  { name: 'kind', type: 'text' },
  { name: 'opens', type: 'date' },
  { name: 'many', type: 'boolean' },
]
const formulas = [
  'sum([amount]) / count()',
  'sum([amount] where [flag]) / sum([amount])',
  'max([quantity]) - min([quantity])',
  'coalesce(mean([rate]), 0) * 100',
]

const [mostRows, mostColumns] = [3_000, 14]

/** A file as the product reads it, its first rows and some of its columns; null where it refuses the file. */
export async function fileData(path: string, random: Random): Promise<Data | null> {
  const loaded = await loadPath(path)
  if (loaded === null) return null
  const table = await firstRows(loaded.source, random)
  const fields = fieldsOf(table)
  return {
    tables: { d: table },
    subjects: [
      {
        fields,
        joins: [],
        inexact: fields.filter(({ type }) => isQuantity(type)).map(({ name }) => name),
        valuesOf: (some, column) => valueIn(table, column, some),
      },
    ],
  }
}

async function firstRows({ fields, rowGroups, read }: Source, random: Random): Promise<Table> {
  const chosen = fields.filter(() => fields.length <= mostColumns || random.chance(mostColumns / fields.length))
  const group =
    rowGroups.length > 0
      ? [
          await read(
            0,
            chosen.map(({ name }) => name),
          ),
        ]
      : []
  const whole = joinTables(group, chosen)
  const rows = Int32Array.from({ length: Math.min(mostRows, whole.rows) }, (_, row) => row)
  return takeTable(
    whole,
    chosen.map(({ name }) => name),
    rows,
  )
}

/** A value that stands in a column, as a filter names it; often enough none, where the row has none. */
function valueIn(table: Table, name: string, random: Random): Scalar | undefined {
  const column = findColumn(table, name)
  if (!column || table.rows === 0 || random.chance(0.2)) return undefined
  const row = random.below(table.rows)
  if (column.type === 'duration') return Number.isNaN(column.values[row]) ? undefined : column.values[row]
  const cell = cellAt(column, row)
  return typeof cell === 'string' ? cell.slice(0, 10_000) : (cell ?? undefined)
}
