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

/** The aggregates that follow from a decided role, unless they were decided too. */
function allowedFor(column: SemanticColumn, role: Role): readonly Aggregate[] {
  if (role === column.role) return column.aggregates
  const possible = possibleAggregates(column.type, role)
  return usualOf[role].filter((aggregate) => possible.includes(aggregate))
}

const cleanSynonyms = (texts: readonly string[]): string[] => [
  ...new Set(texts.map((text) => text.trim().toLowerCase()).filter((text) => text !== '')),
]

/** The first possible choice. */
const chosen = <Choice>(possible: readonly Choice[], wanted: Choice | undefined, told: Choice): Choice =>
  wanted !== undefined && possible.includes(wanted) ? wanted : told

type Computed = Pick<SemanticColumn, 'aggregates' | 'defaultAggregate'>

function computedOf(column: SemanticColumn, role: Role, decided: ColumnDecision): Computed {
  const possible = possibleAggregates(column.type, role)
  const wanted = (decided.aggregates ?? []).filter((aggregate) => possible.includes(aggregate))
  const aggregates = wanted.length > 0 ? wanted : [...allowedFor(column, role)]
  const told = chosen(aggregates, column.defaultAggregate, aggregates[0] ?? 'count')
  return { aggregates, defaultAggregate: chosen(aggregates, decided.defaultAggregate, told) }
}

const saidOf = (text: string | undefined): string | null => (text?.trim() ? text.trim() : null)

/** Applies a person's decision to a generated column; ignores impossible choices. */
export function decideColumn(column: SemanticColumn, decided: ColumnDecision): SemanticColumn {
  const role = chosen(possibleRoles(column.type), decided.role, column.role)
  const description = saidOf(decided.description)
  return {
    ...column,
    label: saidOf(decided.label) ?? column.label,
    ...(description === null ? {} : { description }),
    role,
    format: chosen(possibleFormats(column.type), decided.format, column.format),
    synonyms: decided.synonyms ? cleanSynonyms(decided.synonyms) : column.synonyms,
    ...computedOf(column, role, decided),
    ...(decided.order === undefined ? {} : { order: decided.order }),
    isSensitive: column.isSensitive || decided.isMasked === true,
  }
}
