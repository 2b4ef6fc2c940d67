import type { SemanticColumn } from '../semantic-model.ts'
import type { Aggregate, Role } from '../vocabulary.ts'
import type { ColumnDecision } from './model-document.ts'
import { possibleAggregates } from './possible-aggregates.ts'
import { possibleFormats, possibleRoles } from './possible-choices.ts'

const usualOf: Readonly<Record<Role, readonly Aggregate[]>> = {
  measure: ['sum', 'mean', 'median', 'min', 'max', 'count', 'distinct'],
  dimension: ['distinct', 'count'],
  time: ['max', 'min', 'count', 'distinct'],
  id: ['distinct', 'count'],
  text: ['count', 'distinct'],
}

/** What may be computed once a person has said what a column is, where they did not say that too. */
function allowedFor(column: SemanticColumn, role: Role): readonly Aggregate[] {
  if (role === column.role) return column.aggregates
  const possible = possibleAggregates(column.type, role)
  return usualOf[role].filter((aggregate) => possible.includes(aggregate))
}

const cleanSynonyms = (texts: readonly string[]): string[] => [
  ...new Set(texts.map((text) => text.trim().toLowerCase()).filter((text) => text !== '')),
]

/** A column as it was told from the data, and as a person decided. What cannot be is left as it was told. */
export function decideColumn(column: SemanticColumn, decided: ColumnDecision): SemanticColumn {
  const role = decided.role && possibleRoles(column.type).includes(decided.role) ? decided.role : column.role
  const possible = possibleAggregates(column.type, role)
  const wanted = (decided.aggregates ?? []).filter((aggregate) => possible.includes(aggregate))
  const aggregates = wanted.length > 0 ? wanted : [...allowedFor(column, role)]
  const usual = [decided.defaultAggregate, column.defaultAggregate, aggregates[0]].find(
    (aggregate) => aggregate !== undefined && aggregates.includes(aggregate),
  )
  const format =
    decided.format && possibleFormats(column.type).includes(decided.format) ? decided.format : column.format
  const label = decided.label?.trim()
  const description = decided.description?.trim()
  return {
    ...column,
    label: label ? label : column.label,
    ...(description ? { description } : {}),
    role,
    format,
    synonyms: decided.synonyms ? cleanSynonyms(decided.synonyms) : column.synonyms,
    aggregates,
    defaultAggregate: usual ?? column.defaultAggregate,
    isSensitive: column.isSensitive || decided.isMasked === true,
  }
}
