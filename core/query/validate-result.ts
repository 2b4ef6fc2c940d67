import { fail } from '../errors.ts'
import type { Field } from '../table/table.ts'
import { columnsOfFilter } from './columns-of-query.ts'
import { nameOfDimension } from './dimension.ts'
import { nearestName } from '../semantic/nearest-name.ts'
import { first, type Problem } from './problem.ts'
import type { Query } from './query.ts'
import { fieldsOfResult } from './result-fields.ts'
import { comparesWithAggregate } from './standards.ts'
import { problemOfFilter } from './validate-filter.ts'

/** Checks the result columns: names are unique, and sort, `having` and pivot use existing ones. */
export function problemOfResult(asked: Query, find: (name: string) => Field): Problem {
  const fields = fieldsOfResult(asked, (column) => find(column).type)
  const names = fields.map(({ name }) => name)
  const twice = names.find((name, index) => names.indexOf(name) < index)
  if (twice !== undefined) return fail('query/same-name', { name: twice })
  const used = [...asked.sort.map(({ by }) => by), ...asked.having.flatMap(columnsOfFilter)]
  const unknown = used.find((name) => !names.includes(name))
  if (unknown !== undefined)
    return fail('query/unknown-result', { name: unknown, nearest: nearestName(unknown, names), names })
  return problemOfHaving(asked, fields) ?? problemOfPivot(asked)
}

function problemOfHaving({ having, columns, compare }: Query, fields: readonly Field[]): Problem {
  if (compare && having.some(comparesWithAggregate)) {
    return fail('query/invalid', {
      reason: 'Groups are compared with an aggregate of them or with a time before, not with both.',
    })
  }
  if (having.length > 0 && columns.length > 0) {
    return fail('query/invalid', { reason: 'Listed rows are no groups: filter them instead of choosing groups.' })
  }
  const byName = new Map(fields.map((field) => [field.name, field]))
  return first(having, (filter) => problemOfFilter(filter, (name) => byName.get(name) ?? { name, type: 'text' }))
}

function problemOfPivot({ pivot, dimensions, measures }: Query): Problem {
  if (pivot === undefined) return null
  const names = dimensions.map(nameOfDimension)
  if (!names.includes(pivot))
    return fail('query/unknown-dimension', { name: pivot, nearest: nearestName(pivot, names), names })
  if (measures.length > 0) return null
  return fail('query/invalid', { reason: `“${pivot}” has nothing to show across: add a measure.` })
}
