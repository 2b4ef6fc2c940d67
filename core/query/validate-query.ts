import { fail } from '../errors.ts'
import { ok, type Result } from '../result.ts'
import type { Field } from '../table/table.ts'
import { columnsOfQuery } from './columns-of-query.ts'
import { isDeeperThan } from './is-deeper-than.ts'
import { nearestName } from '../semantic/nearest-name.ts'
import { problemOfNotYet } from './problem-of-not-yet.ts'
import { first, type Problem } from './problem.ts'
import type { Filter } from './filter.ts'
import { type Query, query } from './query.ts'
import { nameOfDimension } from './dimension.ts'
import { nameOfMeasure } from './measure.ts'
import { problemOfDimension } from './validate-dimension.ts'
import { problemOfFilter } from './validate-filter.ts'
import { problemOfMeasure } from './validate-measure.ts'

/** Untrusted input in, a Query that every engine can run out; the first thing wrong is said in a sentence. */
export function validateQuery(input: unknown, fields: readonly Field[]): Result<Query> {
  if (isDeeperThan(input, deepest)) return fail('query/invalid', { reason: 'The filters are nested too deeply.' })
  const parsed = query.safeParse(input)
  if (!parsed.success) return fail('query/invalid', { reason: sentence(parsed.error.issues[0]) })
  return firstProblem(parsed.data, fields) ?? ok(parsed.data)
}

function firstProblem(asked: Query, fields: readonly Field[]): Problem {
  const byName = new Map(fields.map((field) => [field.name, field]))
  const find = (name: string): Field => byName.get(name) ?? { name, type: 'text' }
  return (
    problemOfShape(asked) ??
    problemOfNotYet(asked) ??
    problemOfSize(asked) ??
    problemOfColumns(asked, fields, byName) ??
    first(asked.dimensions, (dimension) => problemOfDimension(dimension, find)) ??
    first(asked.measures, (measure) => problemOfMeasure(measure, find)) ??
    first(asked.filters, (filter) => problemOfFilter(filter, find)) ??
    problemOfResult(asked)
  )
}

function problemOfShape({ dimensions, measures, columns }: Query): Problem {
  const groups = dimensions.length + measures.length > 0
  if (groups && columns.length > 0) {
    return fail('query/invalid', {
      reason: 'A query either lists columns or groups by dimensions and measures, not both.',
    })
  }
  return groups || columns.length > 0
    ? null
    : fail('query/invalid', { reason: 'The query asks for nothing: name a measure, a dimension or columns.' })
}

/** More comparisons than any honest query makes; each is made for every row. */
const mostComparisons = 500

const comparisonsOf = (filters: readonly Filter[]): number =>
  filters.reduce((sum, filter) => {
    if ('filters' in filter) return sum + comparisonsOf(filter.filters)
    return sum + ('filter' in filter ? comparisonsOf([filter.filter]) : 1)
  }, 0)

function problemOfSize({ filters, measures }: Query): Problem {
  const comparisons = comparisonsOf([...filters, ...measures.flatMap(({ filter }) => filter ?? [])])
  if (comparisons <= mostComparisons) return null
  return fail('query/invalid', {
    reason: `The filters make ${comparisons} comparisons; a query makes at most ${mostComparisons}.`,
  })
}

function problemOfColumns(asked: Query, fields: readonly Field[], known: ReadonlyMap<string, Field>): Problem {
  const column = columnsOfQuery(asked).find((name) => !known.has(name))
  if (column === undefined) return null
  const columns = fields.map(({ name }) => name)
  return fail('query/unknown-column', { column, nearest: nearestName(column, columns), columns })
}

/** The names of a Query's result columns, in order. */
const namesOfResult = ({ dimensions, measures, columns }: Query): readonly string[] =>
  columns.length > 0 ? columns : [...dimensions.map(nameOfDimension), ...measures.map(nameOfMeasure)]

function problemOfResult(asked: Query): Problem {
  const names = namesOfResult(asked)
  const twice = names.find((name, index) => names.indexOf(name) < index)
  if (twice !== undefined) return fail('query/same-name', { name: twice })
  const unknown = asked.sort.find(({ by }) => !names.includes(by))
  if (!unknown) return null
  return fail('query/unknown-result', { name: unknown.by, nearest: nearestName(unknown.by, names), names })
}

/** Deeper than any honest filter; keeps hostile input from exhausting the stack. */
const deepest = 40

function sentence(issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined): string {
  const place = issue?.path.map(String).join('.') ?? ''
  const message = issue?.message ?? 'Not a query'
  return place === '' ? `The query is not valid: ${message}.` : `The query is not valid at ${place}: ${message}.`
}
