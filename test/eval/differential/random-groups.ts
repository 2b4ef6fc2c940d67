import { nameOfDimension } from '#core/query/dimension.ts'
import { type Query, type QueryInput, query } from '#core/query/query.ts'
import { fieldsOfResult } from '#core/query/result-fields.ts'
import type { ColumnType } from '#core/table/table.ts'
import { type Random, some } from '../../support/random.ts'
import {
  type Made,
  randomDimension,
  randomFilters,
  randomGrouping,
  randomHaving,
  randomMeasure,
  type Subject,
} from './random-query.ts'

type Groups = NonNullable<QueryInput['groups']>

/** A Query over groups, which every engine computes to the same digit. */
export function randomOverGroups(random: Random, subject: Subject): Omit<QueryInput, 'dataset'> {
  const groups = randomGroups(random, subject)
  const over = randomGrouping(random, {
    fields: fieldsOf(groups, subject),
    joins: [],
    inexact: [],
    comparesWithAggregates: true,
  })
  const { compare: _, ...asked } = over
  return { ...asked, groups, filters: randomFilters(random, subject) }
}

function randomGroups(random: Random, subject: Subject): Groups {
  const dimensions = some(random, subject.fields, random.pick([1, 1, 2])).map((field) => randomDimension(random, field))
  const made = Array.from({ length: random.below(4) }, (_, at) => {
    const one = randomMeasure(random, subject, dimensions, `g${at}`)
    return one.isExact ? one : exactly(subject, `g${at}`, random)
  })
  return {
    dimensions,
    measures: made.map(({ measure }) => measure),
    having: random.chance(0.4) ? randomHaving(random, subject, dimensions, made) : [],
  }
}

/** A count, or a formula of whole numbers. */
const exactly = ({ formulas }: Subject, as: string, random: Random): Made => {
  const formula = formulas?.find((one) => one.startsWith('max(['))
  return formula !== undefined && random.chance(0.3)
    ? { measure: { aggregate: 'formula', formula, as }, type: 'integer', isExact: true }
    : { measure: { aggregate: 'count', as }, type: 'integer', isExact: true }
}

/** The columns that the groups have, each once. */
function fieldsOf(groups: Groups, { fields }: Subject) {
  const types = new Map(fields.map(({ name, type }) => [name, type]))
  const inner: Query = query.parse({ dataset: 'd', dimensions: groups.dimensions, measures: groups.measures })
  const typeOf = (name: string): ColumnType => types.get(name) ?? 'integer'
  const names = new Set(inner.dimensions.map(nameOfDimension))
  return fieldsOfResult(inner, typeOf).filter(({ name }) => names.delete(name) || name.startsWith('g'))
}
