import type { Filter, Scalar } from '#core/query/filter.ts'
import type { Measure } from '#core/query/measure.ts'
import type { QueryInput } from '#core/query/query.ts'
import { nameOfDimension } from '#core/query/dimension.ts'
import { nameOfMeasure } from '#core/query/measure.ts'
import { grains } from '#core/semantic/vocabulary.ts'
import { aggregable, shareable } from '#core/query/type-rules.ts'
import type { ColumnType } from '#core/table/table.ts'
import type { Random } from '../../../support/random.ts'
import { cities, randomFields } from './random-table.ts'

const names = randomFields.map(({ name }) => name)
const typeOf = (name: string): ColumnType => randomFields.find((field) => field.name === name)?.type ?? 'text'

/** A valid Query over the random table: any dimensions, measures, filters, sorts and cuts. */
export function randomQuery(random: Random): QueryInput {
  return random.chance(0.15) ? randomListing(random) : randomGrouping(random)
}

/** What every engine computes. */
const answered = ['count', 'distinct', 'sum', 'mean', 'median', 'min', 'max'] as const

function randomListing(random: Random): QueryInput {
  const columns = some(random, names, 1 + random.below(4))
  return {
    dataset: 'd',
    columns,
    filters: randomFilters(random),
    sort: randomSort(random, columns),
    ...randomCut(random),
  }
}

function randomGrouping(random: Random): QueryInput {
  const dimensions = some(random, names, random.below(4)).map((column) => randomDimension(random, column))
  const count = dimensions.length === 0 ? 1 + random.below(3) : random.below(4)
  const measures = Array.from({ length: count }, (_, index) => ({ ...randomMeasure(random), as: `m${index}` }))
  const results = [...dimensions.map(nameOfDimension), ...measures.map(nameOfMeasure)]
  return {
    dataset: 'd',
    dimensions,
    measures,
    filters: randomFilters(random),
    sort: randomSort(random, results),
    ...randomCut(random),
  }
}

function randomDimension(random: Random, column: string) {
  const type = typeOf(column)
  if ((type === 'date' || type === 'timestamp') && random.chance(0.8)) return { column, grain: random.pick(grains) }
  return (type === 'integer' || type === 'duration') && random.chance(0.5)
    ? { column, bins: 1 + random.below(30) }
    : { column }
}

function randomMeasure(random: Random): Measure {
  const aggregate = random.pick(answered)
  const columns = names.filter((name) => aggregable[aggregate].includes(typeOf(name)))
  return {
    aggregate,
    ...(aggregate === 'count' && random.chance(0.5) ? {} : { column: random.pick(columns) }),
    ...(random.chance(0.2) && { filter: randomFilter(random, 1) }),
    ...(random.chance(0.2) && shareable.includes(aggregate) && { share: random.pick([true, 'group'] as const) }),
  }
}

const randomFilters = (random: Random): Filter[] =>
  Array.from({ length: random.pick([0, 0, 1, 1, 2]) }, () => randomFilter(random, 2))

function randomFilter(random: Random, depth: number): Filter {
  if (depth > 0 && random.chance(0.3)) {
    if (random.chance(0.3)) return { op: 'not', filter: randomFilter(random, depth - 1) }
    return {
      op: random.pick(['and', 'or']),
      filters: Array.from({ length: random.below(4) }, () => randomFilter(random, depth - 1)),
    }
  }
  return randomLeaf(random, random.pick(names))
}

function randomLeaf(random: Random, column: string): Filter {
  const type = typeOf(column)
  const value = (): Scalar => randomScalar(random, column)
  if (random.chance(0.1)) return { op: 'isNull', column }
  if (type === 'boolean' || random.chance(0.3)) {
    return { op: 'in', column, values: Array.from({ length: random.below(6) }, value) }
  }
  if (type === 'text' && random.chance(0.4)) {
    return {
      op: random.pick(['contains', 'startsWith']),
      column,
      text: random.pick(['b', 'o', 'Nor', '-1', 'ü', '', '京', 'CODE', '%', '_']),
    }
  }
  if (random.chance(0.3)) return { op: 'between', column, from: value(), to: value() }
  return { op: random.pick(['less', 'lessOrEqual', 'greater', 'greaterOrEqual']), column, value: value() }
}

function randomScalar(random: Random, column: string): Scalar {
  switch (typeOf(column)) {
    case 'boolean':
      return random.chance(0.5)
    case 'text':
      return column === 'region'
        ? random.pick(['North', 'West', 'Nowhere'])
        : random.pick([...cities, `code-${random.below(999)}`])
    case 'date':
    case 'timestamp':
      return randomMoment(random)
    case 'integer':
      return column === 'big' ? random.below(2_000_000_000) * 97 - 90_000_000_000 : random.below(12) - 2
    case 'duration':
      return (random.below(40_000) - 4_000) * 250
    case 'decimal':
      return (random.below(80_000) - 20_000) / 8
  }
}

function randomMoment(random: Random): string {
  const text = new Date((random.below(900) - 200) * 86_400_000 + random.below(86_400) * 1000).toISOString()
  return random.pick([text.slice(0, 4), text.slice(0, 7), text.slice(0, 10), text.replace('.000', ''), text])
}

const randomSort = (random: Random, results: readonly string[]) =>
  random.chance(0.5) || results.length === 0
    ? []
    : some(random, results, 1 + random.below(2)).map((by) => ({
        by,
        direction: random.pick(['ascending', 'descending'] as const),
      }))

const randomCut = (random: Random) => ({
  ...(random.chance(0.5) && { limit: random.pick([1, 3, 10, 500]) }),
  ...(random.chance(0.3) && { offset: random.pick([1, 5, 50]) }),
})

function some<Item>(random: Random, items: readonly Item[], count: number): Item[] {
  const left = [...items]
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(random.below(left.length), 1)).flat()
}
