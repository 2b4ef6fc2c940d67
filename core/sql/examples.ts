import type { SemanticColumn, SemanticModel } from '../semantic/semantic-model.ts'
import { tableNameOf } from './gate/name-tables.ts'

/** A column name for SQL, quoted only if needed. */
export const quoteName = (name: string): string =>
  /^[A-Za-z_]\w*$/.test(name) && !tableNameOf(name).startsWith('data_') ? name : `"${name.replaceAll('"', '""')}"`

const maxGroups = 60

const isGroup = ({ role, type, distinct }: SemanticColumn): boolean =>
  role === 'dimension' && (type === 'text' || type === 'boolean') && distinct > 1 && distinct <= maxGroups

/** A measure to compare: a sum only of columns that are usually summed, so never of unit prices. */
function measureOf(columns: readonly SemanticColumn[]): { readonly sql: string; readonly as: string } {
  const summed = columns.filter(({ role, defaultAggregate }) => role === 'measure' && defaultAggregate === 'sum')
  const averaged = columns.find(({ role, defaultAggregate }) => role === 'measure' && defaultAggregate === 'mean')
  const total = summed.find(({ format }) => format === 'currency') ?? summed[0]
  if (total) return { sql: `sum(${quoteName(total.name)})`, as: 'total' }
  return averaged ? { sql: `avg(${quoteName(averaged.name)})`, as: 'average' } : { sql: 'count(*)', as: 'total' }
}

/** Two example queries over a dataset's columns: one compares groups, one follows time. */
export function exampleQueries(model: SemanticModel, table: string): readonly string[] {
  const { columns, timeColumn } = model
  const { sql, as } = measureOf(columns)
  const measure = `${sql} AS ${as}`
  const group = columns.find(isGroup)
  const compared = group
    ? `SELECT ${quoteName(group.name)}, ${measure}\nFROM ${table}\nGROUP BY ${quoteName(group.name)}\nORDER BY ${as} DESC`
    : `SELECT *\nFROM ${table}\nLIMIT 20`
  const isMoment = columns.some(({ name, type }) => name === timeColumn && (type === 'date' || type === 'timestamp'))
  const second =
    timeColumn !== null && isMoment
      ? `SELECT date_trunc('month', ${quoteName(timeColumn)}) AS month, ${measure}\nFROM ${table}\nGROUP BY month\nORDER BY month`
      : `SELECT count(*) AS rows\nFROM ${table}`
  return [compared, second]
}
