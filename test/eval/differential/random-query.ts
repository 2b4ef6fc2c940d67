import { type Dimension, nameOfDimension } from '#core/query/dimension.ts'
import type { Filter, Scalar } from '#core/query/filter.ts'
import type { Measure } from '#core/query/measure.ts'
import type { QueryInput } from '#core/query/query.ts'
import { aggregable, isMoment, isQuantity, shareable, typeOfMeasure } from '#core/query/type-rules.ts'
import { type Aggregate, aggregates, dateParts, grains, weekDays } from '#core/semantic/vocabulary.ts'
import type { ColumnType, Field } from '#core/table/table.ts'
import { type Random, some } from '../../support/random.ts'
import { randomPartFilter } from '../../support/random-part-filter.ts'
import { cities, regions } from './random-data.ts'

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Pacific/Apia',
  'Africa/Casablanca',
]

export type Made = { readonly measure: Measure; readonly type: ColumnType; readonly isExact: boolean }

/** What a random Query may be about: columns of the dataset and of what is joined to it. */
export type Subject = {
  readonly fields: readonly Field[]
  readonly joins: NonNullable<QueryInput['joins']>
  /** Columns of formulas, which stand among the fields as well. */
  readonly calculations?: NonNullable<QueryInput['calculations']>
  /** Measures of formulas. */
  readonly formulas?: readonly string[]
  /** Columns whose sums depend on the order in which they are added. */
  readonly inexact: readonly string[]
  /** Filters may compare with aggregates, which `runSteps` replaces; SQL of one statement cannot say them. */
  readonly comparesWithAggregates?: boolean
  /** What filters compare a column with, besides what its type suggests. */
  readonly valuesOf?: (random: Random, column: string) => Scalar | undefined
}

/** A valid Query of any kind. Never sorted by what different engines round differently. */
export function randomQuery(random: Random, subject: Subject): QueryInput {
  const { joins, calculations = [] } = subject
  const calendar = {
    ...(random.chance(0.5) && { timeZone: random.pick(zones) }),
    ...(random.chance(0.3) && { weekStart: random.pick(weekDays) }),
    ...(random.chance(0.3) && { fiscalYearStart: 1 + random.below(12) }),
  }
  const asked = random.chance(0.12) ? randomListing(random, subject) : randomGrouping(random, subject)
  return { dataset: 'd', ...asked, ...randomTop(random, subject), joins, calculations, ...calendar }
}

/** Only what is among the first by something that every engine rounds alike. */
function randomTop(random: Random, subject: Subject): Pick<QueryInput, 'top'> {
  if (random.chance(0.88)) return {}
  const { measure, isExact } = randomMeasure(random, subject, [], 'ranked')
  const { filter: _, ...by } = measure
  return {
    top: [
      {
        column: random.pick(subject.fields.filter(({ type }) => type !== 'timestamp')).name,
        count: random.pick([1, 3, 10]),
        by: isExact && !measure.share ? by : { aggregate: 'count' },
        direction: random.pick(['ascending', 'descending'] as const),
      },
    ],
  }
}

type Asked = Omit<QueryInput, 'dataset'>

function randomListing(random: Random, subject: Subject): Asked {
  const columns = some(random, subject.fields, 1 + random.below(4)).map(({ name }) => name)
  return { columns, filters: randomFilters(random, subject), sort: randomSort(random, columns), ...randomPage(random) }
}

export function randomGrouping(random: Random, subject: Subject): Asked {
  const dimensions = some(random, subject.fields, random.pick([0, 1, 1, 2, 2, 3])).map((field) =>
    randomDimension(random, field),
  )
  const count = dimensions.length === 0 ? 1 + random.below(3) : random.below(4)
  const made = Array.from({ length: count }, (_, at) =>
    random.chance(0.08)
      ? randomFormula(random, subject, `m${at}`)
      : randomMeasure(random, subject, dimensions, `m${at}`),
  )
  const exact = made.filter(({ isExact }) => isExact)
  const names = dimensions.map(nameOfDimension)
  const sortable = [...names, ...exact.map(({ measure }) => measure.as ?? '')]
  const sort = randomSort(random, sortable)
  // What stands first without a sort must not be a number that engines round differently.
  const isSafe = made[0]?.isExact !== false || sort.length > 0
  const moments = dimensions.filter(({ grain }) => grain !== undefined)
  const canCompare = moments.length > 0 && made.length > 0 && made.every(({ isExact }) => isExact)
  return {
    ...(canCompare &&
      random.chance(0.3) && { compare: { to: random.pick(['previousPeriod', 'previousYear'] as const) } }),
    dimensions,
    measures: made.map(({ measure }) => measure),
    filters: randomFilters(random, subject),
    having: random.chance(0.25) ? [randomHaving(random, subject, dimensions, exact)].flat() : [],
    sort: isSafe ? sort : names.slice(0, 1).map((by) => ({ by, direction: 'ascending' as const })),
    ...randomPage(random),
  }
}

export function randomDimension(random: Random, { name: column, type }: Field): Dimension {
  const as = random.chance(0.2) ? { as: `${column} as it is` } : {}
  if (isMoment(type) && random.chance(0.9)) {
    const [cuts, parts] = type === 'date' ? [grains.slice(1), dateParts.slice(1)] : [grains, dateParts]
    return random.chance(0.6)
      ? { column, grain: random.pick(cuts), ...as }
      : { column, part: random.pick(parts), ...as }
  }
  if (isQuantity(type) && random.chance(0.3)) return { column, bins: 1 + random.below(30), ...as }
  if (isQuantity(type) && random.chance(0.4)) {
    const wide =
      type === 'duration'
        ? [60_000, 900_000, 3_600_000]
        : type === 'integer'
          ? [1, 2, 5, 250_000]
          : [0.1, 0.25, 2.5, 1, 500]
    return { column, binWidth: random.pick(wide), ...as }
  }
  return { column, ...as }
}

/** What is taken out of the values as it stands, rather than computed of them. */
const picked: readonly Aggregate[] = ['count', 'distinct', 'min', 'max', 'mode', 'first', 'last']

export function randomMeasure(random: Random, subject: Subject, dimensions: readonly Dimension[], as: string): Made {
  const aggregate = random.pick(aggregates.filter((one) => canCompute(one, subject)))
  const field = randomField(random, subject, aggregate)
  const share = random.chance(0.25) && shareable.includes(aggregate) ? randomShare(random, dimensions) : undefined
  const type = typeOfMeasure(aggregate, field?.type ?? null, share !== undefined)
  const isRounded = share !== undefined || isRoundedBy(aggregate, field, subject)
  const over = isQuantity(type) && dimensions.length > 0 ? randomWindow(random, isRounded) : undefined
  const measure: Measure = {
    aggregate,
    as,
    column: field?.name,
    ...randomDetails(random, subject, aggregate),
    filter: random.chance(0.25) ? randomFilter(random, subject, 1) : undefined,
    share,
    over,
  }
  return { measure, type, isExact: !isRounded && isExactAlong(over, field, subject) }
}

/** Numbers that are the same everywhere can still be rounded differently as a window adds them up. */
const isExactAlong = (over: Measure['over'], field: Field | null, { inexact }: Subject): boolean =>
  over?.window !== 'movingAverage' && !(over?.window === 'runningTotal' && inexact.includes(field?.name ?? ''))

const canCompute = (aggregate: Aggregate, { fields }: Subject): boolean =>
  fields.some(({ type }) => aggregable[aggregate].includes(type)) &&
  ((aggregate !== 'first' && aggregate !== 'last') || fields.some(({ type }) => isMoment(type)))

function randomFormula(random: Random, subject: Subject, as: string): Made {
  const { formulas = [] } = subject
  if (formulas.length === 0) return randomMeasure(random, subject, [], as)
  return { measure: { aggregate: 'formula', formula: random.pick(formulas), as }, type: 'decimal', isExact: false }
}

function randomField(random: Random, { fields }: Subject, aggregate: Aggregate): Field | null {
  if (aggregate === 'count' && random.chance(0.5)) return null
  return random.pick(fields.filter(({ type }) => aggregable[aggregate].includes(type)))
}

const isRoundedBy = (aggregate: Aggregate, field: Field | null, { inexact }: Subject): boolean =>
  !picked.includes(aggregate) && !(aggregate === 'sum' && !inexact.includes(field?.name ?? ''))

function randomDetails(random: Random, { fields }: Subject, aggregate: Aggregate): Partial<Measure> {
  if (aggregate === 'quantile') return { quantile: random.pick([0, 0.1, 0.25, 0.5, 0.9, 0.99, 1]) }
  if (aggregate !== 'first' && aggregate !== 'last') return {}
  return { by: random.pick(fields.filter(({ type }) => isMoment(type))).name }
}

/** A rank of numbers that engines round differently is not the same everywhere. */
const randomWindow = (random: Random, isRounded: boolean): Measure['over'] => {
  if (random.chance(0.8)) return undefined
  const along = [{ window: 'runningTotal' }, { window: 'movingAverage', groups: 2 + random.below(4) }] as const
  const direction = random.pick(['ascending', 'descending'] as const)
  return random.pick(isRounded ? along : [...along, { window: 'rank', direction } as const])
}

function randomShare(random: Random, dimensions: readonly Dimension[]): NonNullable<Measure['share']> {
  if (dimensions.length > 0 && random.chance(0.4)) {
    return { within: some(random, dimensions, random.below(dimensions.length + 1)).map(nameOfDimension) }
  }
  return random.pick([true, 'group'] as const)
}

export function randomHaving(
  random: Random,
  subject: Subject,
  dimensions: readonly Dimension[],
  exact: readonly Made[],
): Filter[] {
  const measured = exact
    .filter(
      ({ type, measure }) => type === 'integer' && !measure.over && ['count', 'distinct'].includes(measure.aggregate),
    )
    .map(({ measure }): Filter => ({
      op: random.pick(['greater', 'lessOrEqual'] as const),
      column: measure.as ?? '',
      value: random.below(20),
    }))
  const named = dimensions.flatMap((one): Filter[] => {
    const type = subject.fields.find(({ name }) => name === one.column)?.type
    if (one.grain === undefined && one.part === undefined && type === 'text')
      return [{ op: 'not', filter: { op: 'contains', column: nameOfDimension(one), text: 'b' } }]
    if (one.grain !== undefined)
      return [{ op: 'greaterOrEqual', column: nameOfDimension(one), value: random.pick(['1990', '2024-03']) }]
    return [{ op: 'not', filter: { op: 'isNull', column: nameOfDimension(one) } }]
  })
  return some(random, [...measured, ...named], 2)
}

export const randomFilters = (random: Random, subject: Subject): Filter[] =>
  Array.from({ length: random.pick([0, 0, 1, 1, 2]) }, () => randomFilter(random, subject, 2))

function randomFilter(random: Random, subject: Subject, depth: number): Filter {
  if (depth > 0 && random.chance(0.35)) {
    if (random.chance(0.4)) return { op: 'not', filter: randomFilter(random, subject, depth - 1) }
    return {
      op: random.pick(['and', 'or'] as const),
      filters: Array.from({ length: random.below(4) }, () => randomFilter(random, subject, depth - 1)),
    }
  }
  return randomLeaf(random, subject, random.pick(subject.fields))
}

function randomLeaf(random: Random, subject: Subject, field: Field): Filter {
  const isExact = isQuantity(field.type) && !subject.inexact.includes(field.name)
  return subject.comparesWithAggregates && isExact && random.chance(0.12)
    ? randomAgainst(random, subject, field.name)
    : randomValueLeaf(random, subject, field)
}

function randomValueLeaf(random: Random, subject: Subject, field: Field): Filter {
  const { name: column, type } = field
  const value = (): Scalar => subject.valuesOf?.(random, column) ?? randomScalar(random, field)
  if (random.chance(0.1)) return { op: 'isNull', column }
  if ((type === 'date' || type === 'timestamp') && random.chance(0.25)) return randomPartFilter(random, column, type)
  if (type === 'boolean' || random.chance(0.3))
    return { op: 'in', column, values: Array.from({ length: random.below(6) }, value) }
  if (type === 'text' && random.chance(0.5)) return randomSearch(random, column)
  if (random.chance(0.3)) return { op: 'between', column, from: value(), to: value() }
  return { op: random.pick(['less', 'lessOrEqual', 'greater', 'greaterOrEqual'] as const), column, value: value() }
}

function randomSearch(random: Random, column: string): Filter {
  const texts = [
    'b',
    'B',
    'o',
    'Nor',
    '-1',
    'ü',
    'Ü',
    'ã',
    '',
    '京',
    'CODE',
    '%',
    '_',
    '\\',
    "'",
    'a\nb',
    'face',
    ' ',
    '\u{1F600}',
  ]
  return { op: random.pick(['contains', 'startsWith', 'endsWith'] as const), column, text: random.pick(texts) }
}

/** Columns with few values. */
const fewValued = ['region', 'City', 'flag', 'customer']

/** Values that are exact have a mean that is: every engine compares them alike. */
function randomAgainst(random: Random, { fields }: Subject, column: string): Filter {
  const few = fields.filter(({ name }) => fewValued.includes(name))
  const within = random.chance(0.4) ? some(random, few, 1).map(({ name }) => name) : []
  return {
    op: 'against',
    column,
    is: random.pick(['less', 'lessOrEqual', 'greater', 'greaterOrEqual'] as const),
    aggregate: random.pick(['mean', 'median', 'min', 'max'] as const),
    ...(random.chance(0.3) ? { times: random.pick([0.5, 2]) } : {}),
    ...(within.length > 0 ? { within } : {}),
  }
}

function randomScalar(random: Random, { name, type }: Field): Scalar {
  switch (type) {
    case 'boolean':
      return random.chance(0.5)
    case 'text':
      return name === 'region'
        ? random.pick([...regions, 'Nowhere'])
        : random.pick([...cities, `code-${random.below(999)}`, `c${random.below(40)}`])
    case 'date':
    case 'timestamp':
      return randomMoment(random)
    case 'integer':
      return name === 'big' ? random.below(2_000_000_000) * 97 - 90_000_000_000 : random.below(12) - 2
    case 'duration':
      return random.chance(0.2) ? random.pick(['1:30:00', '90 min', '45 s']) : (random.below(40_000) - 4_000) * 250
    case 'decimal':
      return (random.below(80_000) - 20_000) / 8
  }
}

function randomMoment(random: Random): string {
  const days = random.chance(0.5) ? 19_700 + random.below(400) : random.below(26_000) - 3_650
  const text = new Date(days * 86_400_000 + random.below(86_400) * 1000).toISOString()
  return random.pick([
    text.slice(0, 4),
    text.slice(0, 7),
    text.slice(0, 10),
    text.slice(0, 16),
    text.replace('.000Z', ''),
    text.replace('.000', ''),
    text.replace('.000Z', '+05:30'),
    text,
  ])
}

const randomSort = (random: Random, results: readonly string[]) =>
  random.chance(0.5)
    ? []
    : some(random, results, 1 + random.below(2)).map((by) => ({
        by,
        direction: random.pick(['ascending', 'descending'] as const),
      }))

const randomPage = (random: Random) => ({
  ...(random.chance(0.4) && { limit: random.pick([1, 3, 10, 500]) }),
  ...(random.chance(0.3) && { offset: random.pick([1, 5, 50]) }),
})
