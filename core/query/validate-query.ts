import { fail } from '../errors.ts'
import { ok, type Result } from '../result.ts'
import type { Field } from '../table/table.ts'
import { isTimeZone } from './calendar/zone.ts'
import { columnsNamed } from './columns-of-query.ts'
import { checkCalculations, problemOfFormulas } from './formulas.ts'
import { isDeeperThan } from '../is-deeper-than.ts'
import { nearestName } from '../semantic/nearest-name.ts'
import { first, type Problem } from './problem.ts'
import { type Query, query } from './query.ts'
import { problemOfComparison } from './validate-comparison.ts'
import { problemOfDimension } from './validate-dimension.ts'
import { problemOfFilter } from './validate-filter.ts'
import { problemOfGroups } from './validate-groups.ts'
import { problemOfAggregate, problemOfMeasure } from './validate-measure.ts'
import { problemOfResult } from './validate-result.ts'
import { problemOfSize } from './validate-size.ts'
import { problemOfStatistic } from './validate-statistic.ts'

/** Parses untrusted input to a Query, without checking columns. */
export function readQuery(input: unknown): Result<Query> {
  if (isDeeperThan(input, deepest)) return fail('query/invalid', { reason: 'The filters are nested too deeply.' })
  const parsed = query.safeParse(input)
  return parsed.success ? ok(parsed.data) : fail('query/invalid', { reason: sentence(parsed.error.issues[0]) })
}

/**
 * Parses untrusted input to a Query that every engine can run, or returns the first problem as a failure. `fields`
 * covers the dataset and everything joined to it.
 */
export function validateQuery(input: unknown, fields: readonly Field[]): Result<Query> {
  const read = readQuery(input)
  return read.ok ? (firstProblem(read.value, fields) ?? read) : read
}

function firstProblem(asked: Query, own: readonly Field[]): Problem {
  const { groups } = asked
  return groups ? problemOfGroups(asked, groups, { own, check: problemOver }) : problemOver(asked, own)
}

/** The first problem of a Query over rows. */
function problemOver(asked: Query, own: readonly Field[]): Problem {
  const whole = problemOfShape(asked) ?? problemOfSize(asked) ?? problemOfZone(asked)
  if (whole) return whole
  const calculated = checkCalculations(asked.calculations, own)
  if (!calculated.ok) return calculated
  const fields = [...own, ...calculated.value]
  return problemOfColumns(asked, fields) ?? problemOfFormulas(asked, own) ?? problemOfParts(asked, fields)
}

function problemOfParts(asked: Query, fields: readonly Field[]): Problem {
  const byName = new Map(fields.map((field) => [field.name, field]))
  const find = (name: string): Field => byName.get(name) ?? { name, type: 'text' }
  return (
    first(asked.dimensions, (dimension) => problemOfDimension(dimension, find)) ??
    first(asked.measures, (measure) => problemOfMeasure(measure, asked, find)) ??
    first(asked.filters, (filter) => problemOfFilter(filter, find)) ??
    first(asked.top, ({ by }) => problemOfAggregate(by, find)) ??
    problemOfComparison(asked, find) ??
    problemOfStatistic(asked, find) ??
    problemOfResult(asked, find)
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

function problemOfZone({ timeZone }: Query): Problem {
  if (timeZone === undefined || isTimeZone(timeZone)) return null
  return fail('query/invalid', { reason: `There is no time zone “${timeZone}”: name one as “Europe/Berlin”.` })
}

function problemOfColumns(asked: Query, fields: readonly Field[]): Problem {
  const columns = fields.map(({ name }) => name)
  const known = new Set(columns)
  const column = columnsNamed(asked).find((name) => !known.has(name))
  if (column === undefined) return null
  return fail('query/unknown-column', { column, nearest: nearestName(column, columns), columns })
}

/** Maximum nesting of filters; protects the stack from hostile input. */
const deepest = 40

function sentence(issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined): string {
  const place = issue?.path.map(String).join('.') ?? ''
  const message = issue?.message ?? 'Not a query'
  return place === '' ? `The query is not valid: ${message}.` : `The query is not valid at ${place}: ${message}.`
}
