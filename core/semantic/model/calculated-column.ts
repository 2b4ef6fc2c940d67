import type { ColumnType } from '../../table/table.ts'
import type { CalculatedColumn, SemanticColumn } from '../semantic-model.ts'
import type { Format, Role } from '../vocabulary.ts'
import { possibleAggregates } from './possible-aggregates.ts'
import { possibleFormats } from './possible-choices.ts'

const roleOf: Readonly<Record<ColumnType, Role>> = {
  boolean: 'dimension',
  integer: 'measure',
  decimal: 'measure',
  duration: 'measure',
  date: 'time',
  timestamp: 'time',
  text: 'dimension',
}

/** So many different values are taken for a text whose values nobody has counted. */
const someGroups = 20

type Described = {
  readonly name: string
  readonly description: string
  readonly formula: string
  readonly synonyms: readonly string[]
  readonly format: Format | null
  readonly type: ColumnType
  /** Where they are known beforehand, as with groups of values. */
  readonly values: readonly string[]
}

/** A calculated column as the rest of the product sees columns; of its values only what its formula says is known. */
export function calculatedColumn(
  { name, description, formula, synonyms, format, type, values }: Described,
  { rows, sources }: { readonly rows: number; readonly sources: readonly SemanticColumn[] },
): CalculatedColumn {
  const role = roleOf[type]
  const possible = possibleAggregates(type, role)
  const usual = role === 'measure' ? (['sum', 'mean', 'median', 'min', 'max', 'count', 'distinct'] as const) : possible
  const aggregates = usual.filter((aggregate) => possible.includes(aggregate))
  const formats = possibleFormats(type)
  return {
    name,
    label: name,
    ...(description === '' ? {} : { description }),
    type,
    role,
    format: format !== null && formats.includes(format) ? format : (formats[0] ?? 'text'),
    kind: role === 'measure' ? 'measure' : role === 'time' ? 'moment' : 'category',
    isSensitive: sources.some(({ isSensitive }) => isSensitive),
    synonyms: synonyms.map((text) => text.toLowerCase()),
    aggregates: [...aggregates],
    defaultAggregate: role === 'measure' ? 'sum' : role === 'time' ? 'max' : 'distinct',
    distinct: values.length > 0 ? values.length : role === 'dimension' ? Math.min(rows, someGroups) : rows,
    nulls: 0,
    range: null,
    values: [...values],
    formula,
  }
}
