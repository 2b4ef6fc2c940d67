import type { SemanticColumn, SemanticModel } from '../semantic/semantic-model.ts'
import { tableNameOf } from './gate/name-tables.ts'

/** A name as SQL wants it: bare where that says the same. */
export const quoteName = (name: string): string =>
  /^[A-Za-z_]\w*$/.test(name) && !tableNameOf(name).startsWith('data_') ? name : `"${name.replaceAll('"', '""')}"`

const mostGroups = 60

const isGroup = ({ role, type, distinct }: SemanticColumn): boolean =>
  role === 'dimension' && (type === 'text' || type === 'boolean') && distinct > 1 && distinct <= mostGroups

const measureOf = (columns: readonly SemanticColumn[]): string => {
  const measures = columns.filter(({ role, aggregates }) => role === 'measure' && aggregates.includes('sum'))
  const measure = measures.find(({ format }) => format === 'currency') ?? measures[0]
  return measure ? `sum(${quoteName(measure.name)}) AS total` : 'count(*) AS total'
}

/** Two queries over a dataset's own columns, to begin with: groups that are compared, and how it went over time. */
export function exampleQueries(model: SemanticModel, table: string): readonly string[] {
  const { columns, timeColumn } = model
  const measure = measureOf(columns)
  const group = columns.find(isGroup)
  const compared = group
    ? `SELECT ${quoteName(group.name)}, ${measure}\nFROM ${table}\nGROUP BY ${quoteName(group.name)}\nORDER BY total DESC`
    : `SELECT *\nFROM ${table}\nLIMIT 20`
  const isMoment = columns.some(({ name, type }) => name === timeColumn && (type === 'date' || type === 'timestamp'))
  const second =
    timeColumn !== null && isMoment
      ? `SELECT date_trunc('month', ${quoteName(timeColumn)}) AS month, ${measure}\nFROM ${table}\nGROUP BY month\nORDER BY month`
      : `SELECT count(*) AS rows\nFROM ${table}`
  return [compared, second]
}
