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

/** Assumed distinct count for an unprofiled text formula. */
const someGroups = 20

type Described = {
  readonly name: string
  readonly description: string
  readonly formula: string
  readonly synonyms: readonly string[]
  readonly format: Format | null
  readonly type: ColumnType
  /** Values known in advance, such as names of value groups. */
  readonly values: readonly string[]
}

/** A calculated column as a model column; its values are known only as far as its formula implies. */
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
