import type { Filter } from '../query/filter.ts'
import type { RowCondition } from '../semantic/model/access-rules.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import type { Principal } from './principal.ts'
import { ownValue } from '../own-value.ts'

/** A filter that no row passes. */
const nothing = (column: string): Filter => ({ op: 'in', column, values: [] })

/** What is known of a caller: an attribute, or under `group` the names of the groups that they are in. */
function valuesOf({ attributes, groups = [] }: Principal, attribute: string): string[] {
  if (attribute === 'group') return groups.map(({ name }) => name)
  const value = ownValue(attributes, attribute)
  return value === undefined ? [] : [value]
}

function filterOf(condition: RowCondition, column: string, principal: Principal): Filter {
  switch (condition.op) {
    case 'in':
      return { op: 'in', column, values: condition.values }
    case 'notIn':
      return { op: 'not', filter: { op: 'in', column, values: condition.values } }
    case 'atLeast':
      return { op: 'greaterOrEqual', column, value: condition.value }
    case 'atMost':
      return { op: 'lessOrEqual', column, value: condition.value }
    case 'caller': {
      const values = valuesOf(principal, condition.attribute)
      return values.length === 0 ? nothing(column) : { op: 'in', column, values }
    }
  }
}

/**
 * The row rules of a caller as filters. Each is wrapped in an `or` of one, so that a comparison does not shift a
 * rule's period as if the caller had asked for it.
 */
export function rowFilters(
  { access }: Pick<SemanticModel, 'access'>,
  principal: Principal,
  named: (column: string) => string = (column) => column,
): readonly Filter[] {
  return access.rows
    .filter(({ role }) => role === principal.role)
    .flatMap(({ conditions }) => conditions.map((each) => filterOf(each, named(each.column), principal)))
    .map((filter) => ({ op: 'or', filters: [filter] }))
}
