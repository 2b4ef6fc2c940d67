import type { Filter, Scalar } from '#core/query/filter.ts'
import { type Measure, nameOfMeasure } from '#core/query/measure.ts'
import type { QueryInput } from '#core/query/query.ts'
import { type Dimension, nameOfDimension } from '#core/query/dimension.ts'
import { aggregates, dateParts, grains, weekDays } from '#core/semantic/vocabulary.ts'
import { aggregable, isQuantity, shareable } from '#core/query/type-rules.ts'
import type { ColumnType } from '#core/table/table.ts'
import { type Random, some } from '../../../support/random.ts'
import { randomPartFilter } from '../../../support/random-part-filter.ts'
import { cities, randomFields } from './random-table.ts'

const names = randomFields.map(({ name }) => name)
const typeOf = (name: string): ColumnType => randomFields.find((field) => field.name === name)?.type ?? 'text'

/** A valid Query over the random table: any dimensions, measures, filters, sorts and cuts. */
export function randomQuery(random: Random): QueryInput {
  return random.chance(0.15) ? randomListing(random) : randomGrouping(random)
}

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
  const known = dimensions.map(nameOfDimension)
  const measures = Array.from({ length: count }, (_, index) => ({ ...randomMeasure(random, known), as: `m${index}` }))
  const exact = measures.filter(isExact)
  return {
    dataset: 'd',
    dimensions,
    measures,
    filters: randomFilters(random),
    having: random.chance(0.2) ? exact.map((measure) => randomHaving(random, measure)) : [],
    sort: randomSort(random, [...known, ...exact.map(nameOfMeasure)]),
    ...randomCut(random),
    ...randomCalendar(random),
  }
}

/** Are its values the same to the last bit wherever they are computed? Else what is nearly a tie may fall either way. */
const isExact = ({ aggregate, column, share, over }: Measure): boolean =>
  ['count', 'distinct', 'sum', 'mean', 'min', 'max', 'mode'].includes(aggregate) &&
  !share &&
  over?.window !== 'movingAverage' &&
  (column === undefined || typeOf(column) !== 'duration' || aggregate !== 'mean')

const randomHaving = (random: Random, measure: Measure): Filter =>
  ['count', 'distinct'].includes(measure.aggregate) && random.chance(0.8)
    ? { op: 'greater', column: nameOfMeasure(measure), value: random.below(4) }
    : { op: 'not', filter: { op: 'isNull', column: nameOfMeasure(measure) } }

const randomCalendar = (random: Random) =>
  random.chance(0.5)
    ? {}
    : {
        timeZone: random.pick(['Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC']),
        weekStart: random.pick(weekDays),
        fiscalYearStart: 1 + random.below(12),
      }

function randomDimension(random: Random, column: string): Dimension {
  const type = typeOf(column)
  if ((type === 'date' || type === 'timestamp') && random.chance(0.8)) return randomMomentCut(random, column, type)
  if ((type === 'integer' || type === 'duration') && random.chance(0.5))
    return random.chance(0.7) ? { column, bins: 1 + random.below(30) } : { column, binWidth: 2 ** random.below(20) }
  return type === 'decimal' && random.chance(0.3)
    ? { column, binWidth: random.pick([0.25, 0.5, 64, 1000]) }
    : { column }
}

/** Dates have no hours. */
function randomMomentCut(random: Random, column: string, type: ColumnType): Dimension {
  const isDate = type === 'date'
  if (random.chance(0.5)) return { column, grain: random.pick(grains.filter((grain) => !isDate || grain !== 'hour')) }
  return { column, part: random.pick(dateParts.filter((part) => !isDate || part !== 'hourOfDay')) }
}

function randomMeasure(random: Random, dimensions: readonly string[]): Measure {
  const aggregate = random.pick(aggregates)
  const columns = names.filter((name) => aggregable[aggregate].includes(typeOf(name)))
  const column = aggregate === 'count' && random.chance(0.5) ? undefined : random.pick(columns)
  const isShare = random.chance(0.3) && shareable.includes(aggregate)
  const runs = !isShare && dimensions.length > 0 && random.chance(0.3) && isCounting(aggregate, column)
  return {
    aggregate,
    ...(column !== undefined && { column }),
    ...settingsOf(random, aggregate),
    ...(random.chance(0.2) && { filter: randomFilter(random, 1) }),
    ...(isShare && { share: random.pick([true, 'group' as const, { within: some(random, dimensions, 1) }]) }),
    ...(runs && { over: randomWindow(random) }),
  }
}

function settingsOf(random: Random, aggregate: Measure['aggregate']): Partial<Measure> {
  if (aggregate === 'quantile') return { quantile: random.pick([0, 0.1, 0.25, 0.9, 1]) }
  return aggregate === 'first' || aggregate === 'last' ? { by: random.pick(['day', 'at']) } : {}
}

/** Does it come to numbers, to the last bit the same in every engine? */
const isCounting = (aggregate: Measure['aggregate'], column: string | undefined): boolean =>
  column === undefined ||
  ['count', 'distinct'].includes(aggregate) ||
  (['sum', 'min', 'max', 'mode'].includes(aggregate) && isQuantity(typeOf(column)))

const randomWindow = (random: Random): Measure['over'] =>
  random.pick([
    { window: 'runningTotal' },
    { window: 'movingAverage', groups: 2 + random.below(4) },
    { window: 'rank', direction: random.pick(['ascending', 'descending'] as const) },
  ])

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
  if ((type === 'date' || type === 'timestamp') && random.chance(0.25)) return randomPartFilter(random, column, type)
  if (type === 'boolean' || random.chance(0.3)) {
    return { op: 'in', column, values: Array.from({ length: random.below(6) }, value) }
  }
  if (type === 'text' && random.chance(0.4)) {
    return {
      op: random.pick(['contains', 'startsWith', 'endsWith']),
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
