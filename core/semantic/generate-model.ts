import type { ColumnProfile, Profile } from '../profile/profile.ts'
import { aggregatesOf } from './column-aggregates.ts'
import { formatOfColumn } from './column-format.ts'
import { roleOfColumn } from './column-role.ts'
import { inNaturalOrder } from './natural-order.ts'
import { entityOf } from './entity.ts'
import { factsOf } from './kinds/column-facts.ts'
import { kindOf } from './kinds/kind-of.ts'
import { kinds } from './kinds/registry.ts'
import { labelOfName } from '../profile/name-words.ts'
import { type SemanticColumn, type SemanticModel, undecided } from './semantic-model.ts'
import { synonymsOfName, synonymsOfValues } from './synonyms.ts'
import { twinsOf } from './twins.ts'
import { chooseTimeColumn, grainOfColumn } from './time-column.ts'

/** Maximum length of a value that questions may name. */
const longestValue = 80

function describe(column: ColumnProfile, rows: number, twinOf: string | undefined): SemanticColumn {
  const facts = factsOf(column, rows)
  const { kind } = kindOf(facts)
  const isSensitive = kinds[kind].sensitivity !== 'none'
  const role = roleOfColumn(facts, kind)
  const { aggregates, usual } = aggregatesOf(column, { role, kind })
  const isNamed = column.type === 'text' && role !== 'text'
  const values = isNamed ? column.top.map(({ value }) => value).filter((value) => value.length <= longestValue) : []
  const order = values.length >= column.distinct.count ? inNaturalOrder(values) : null
  return {
    name: column.name,
    label: labelOfName(column.name),
    type: column.type,
    role,
    format: formatOfColumn(column, role),
    kind,
    isSensitive,
    synonyms: [...new Set([...synonymsOfName(column.name), ...synonymsOfValues(values)])],
    aggregates: [...aggregates],
    defaultAggregate: usual,
    distinct: column.distinct.count,
    nulls: column.nulls,
    range: column.numbers === null ? null : { min: column.numbers.min, max: column.numbers.max },
    ...(column.numbers?.bulk ? { bulk: { min: column.numbers.bulk[0], max: column.numbers.bulk[1] } } : {}),
    ...(twinOf === undefined ? {} : { twinOf }),
    values,
    ...(order === null ? {} : { order: [...order] }),
  }
}

/** Generates a semantic model from a profile and its names. */
export function generateModel(
  about: { readonly dataset: string; readonly name: string },
  profile: Profile,
): SemanticModel {
  const twins = twinsOf(profile)
  const columns = profile.columns.map((column) => describe(column, profile.rows, twins.get(column.name)))
  const time = chooseTimeColumn(columns, profile.rows)
  const timeProfile = profile.columns.find(({ name }) => name === time?.name)
  return {
    ...undecided,
    dataset: about.dataset,
    name: about.name,
    rows: profile.rows,
    entity: entityOf(about.name, profile),
    columns,
    timeColumn: time?.name ?? null,
    timeGrain: time === null ? null : grainOfColumn(time, timeProfile),
  }
}
