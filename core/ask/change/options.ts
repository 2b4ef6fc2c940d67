import { columnOf, labelOfMeasure, labelOfRows, plural } from '../../charts/labels.ts'
import { modelOver } from '../../charts/model-over.ts'
import type { Dimension } from '../../query/dimension.ts'
import type { Filter, Scalar } from '../../query/filter.ts'
import { nameOfMeasure, type Measure } from '../../query/measure.ts'
import type { Query } from '../../query/query.ts'
import { isQuantity } from '../../query/type-rules.ts'
import type { SemanticColumn, SemanticModel } from '../../semantic/semantic-model.ts'
import { grains, type Grain } from '../../semantic/vocabulary.ts'
import { computedOf } from '../askable.ts'
import { flagOf, isMoment } from '../compose/draft.ts'
import { wordsOfFilter } from '../filter-words.ts'
import { pieceOf, type Piece } from '../pieces.ts'
import { isoDay } from '../period.ts'
import { spokenModel, type Reading } from '../reading.ts'
import type { Option } from './option.ts'
import { isRemovable } from './replace-piece.ts'
import { statisticOptions, takenOptions } from './statistic-options.ts'

/** More are found by typing into the menu. */
const mostValues = 200
const mostDifferent = 1000

const usualAggregates = ['sum', 'mean', 'median', 'min', 'max', 'distinct', 'count'] as const

const isMeasurable = ({ role, type }: SemanticColumn): boolean => role === 'measure' && isQuantity(type)
const canGroup = ({ role, distinct }: SemanticColumn): boolean =>
  role !== 'text' && role !== 'measure' && distinct > 1 && distinct <= mostDifferent

function measureOptions(of: Measure, model: SemanticModel): readonly Option[] {
  const option =
    (group: string) =>
    (measure: Measure): Option => ({
      group,
      text: labelOfMeasure(measure, model),
      piece: { kind: 'measure', of: measure },
    })
  const column = of.column === undefined ? undefined : columnOf(model, of.column)
  const aggregates = usualAggregates.filter((each) => column?.aggregates.includes(each))
  const others = [...model.columns, ...model.calculations].filter(
    (each) => isMeasurable(each) && each.name !== of.column,
  )
  return [
    ...aggregates.map((aggregate) => computedOf(column as SemanticColumn, aggregate)).map(option('Computed as')),
    ...others.map((each) => computedOf(each, each.defaultAggregate)).map(option('Of another column')),
    ...model.measures
      .map(({ name, label }): Measure => ({ aggregate: 'formula', formula: `[${name}]`, as: label }))
      .map(option('Named measures')),
    {
      group: 'Of another column',
      text: `Count of ${plural(model.entity)}`,
      piece: { kind: 'measure', of: { aggregate: 'count' } },
    },
  ]
}

/** A column as it groups when nobody says how: moments by a readable grain, many numbers in bins. */
function usualDimension({ name, type, distinct }: SemanticColumn, model: SemanticModel): Dimension {
  if (type === 'date' || type === 'timestamp')
    return { column: name, grain: (name === model.timeColumn && model.timeGrain) || 'month' }
  return isQuantity(type) && distinct > 30 ? { column: name, bins: 20 } : { column: name }
}

const parts = { monthOfYear: 'month of year', dayOfWeek: 'day of week', hourOfDay: 'hour of day' } as const

function cutsOf(column: SemanticColumn | undefined): readonly Option[] {
  if (column === undefined || !isMoment(column)) return []
  const fine = column.type === 'timestamp'
  const cuts = grains.filter((grain) => fine || grain !== 'hour')
  const recurring = (Object.keys(parts) as (keyof typeof parts)[]).filter((part) => fine || part !== 'hourOfDay')
  const { name } = column
  return [
    ...cuts.map((grain): Option => ({
      group: 'Cut by',
      text: `By ${grain}`,
      piece: { kind: 'dimension', of: { column: name, grain } },
    })),
    ...recurring.map((part): Option => ({
      group: 'Cut by',
      text: `By ${parts[part]}`,
      piece: { kind: 'dimension', of: { column: name, part } },
    })),
  ]
}

/** Every column that can group, as it usually does. */
const groupings = (model: SemanticModel, except: ReadonlySet<string>): readonly Option[] =>
  [...model.columns, ...model.calculations]
    .filter((each) => canGroup(each) && !except.has(each.name))
    .map((each) => ({
      group: 'By another column',
      text: each.label,
      piece: { kind: 'dimension', of: usualDimension(each, model) },
    }))

const dimensionOptions = ({ column }: Dimension, model: SemanticModel): readonly Option[] => [
  ...cutsOf(columnOf(model, column)),
  ...groupings(model, new Set([column])),
]

const filterOption =
  (group: string, model: SemanticModel) =>
  (of: Filter): Option => ({ group, text: wordsOfFilter(of, model), piece: { kind: 'filter', of } })

const opposite = (filter: Filter): Filter => (filter.op === 'not' ? filter.filter : { op: 'not', filter })

/** The values that a filter may name instead. */
function valuesOf(column: SemanticColumn): readonly Scalar[] {
  const flag = flagOf(column)
  return flag ? [flag.yes, flag.no] : column.values.slice(0, mostValues)
}

const within = (column: string, from: number, to: number): Filter => ({
  op: 'and',
  filters: [
    { op: 'greaterOrEqual', column, value: isoDay(from) },
    { op: 'less', column, value: isoDay(to) },
  ],
})

const stepsOf: Partial<Record<Grain, number>> = { year: 12, quarter: 3, month: 1 }
/** Newest first: as many of each are offered. */
const mostPeriods: Partial<Record<Grain, number>> = { year: 30, quarter: 12, month: 24 }

/** Whole years, quarters and months of the data, newest first. */
function periodsOf({ name, range }: SemanticColumn, model: SemanticModel): readonly Option[] {
  if (range === null) return []
  return (['year', 'quarter', 'month'] as const).flatMap((grain) => {
    const step = stepsOf[grain] ?? 1
    const last = new Date(range.max)
    const end = last.getUTCFullYear() * 12 + Math.floor(last.getUTCMonth() / step) * step
    const starts = Array.from({ length: mostPeriods[grain] ?? 0 }, (_, at) => end - at * step)
    const monthAt = (month: number): number => Date.UTC(Math.floor(month / 12), month % 12, 1)
    return starts
      .filter((month) => monthAt(month + step) > range.min)
      .map((month) => within(name, monthAt(month), monthAt(month + step)))
      .map(filterOption(`One ${grain}`, model))
  })
}

/** Years that stand as numbers. */
function yearsOf({ name, range }: SemanticColumn): readonly Filter[] {
  if (range === null || range.max - range.min > 300) return []
  return Array.from({ length: range.max - range.min + 1 }, (_, at) => ({
    op: 'in',
    column: name,
    values: [range.max - at],
  }))
}

const comparisons = ['greater', 'greaterOrEqual', 'less', 'lessOrEqual'] as const

function filterOptions(of: Filter, model: SemanticModel): readonly Option[] {
  const inner = of.op === 'not' ? of.filter : of
  const first = 'filters' in inner ? inner.filters[0] : inner
  const column = first && 'column' in first ? columnOf(model, first.column) : undefined
  const turned = filterOption('The opposite', model)(opposite(of))
  if (column === undefined) return [turned]
  if (isMoment(column)) return [...periodsOf(column, model), turned]
  if (column.role === 'time') return [...yearsOf(column).map(filterOption('One year', model)), turned]
  if ('value' in inner)
    return [...comparisons.map((op): Filter => ({ ...inner, op })).map(filterOption('Compared', model)), turned]
  const values = valuesOf(column).map((value): Filter => ({ op: 'in', column: column.name, values: [value] }))
  return [...values.map(filterOption('Another value', model)), turned]
}

const ends = [1, 3, 5, 10, 20, 50, 100] as const

const limitOptions = (): readonly Option[] =>
  ends.map((of) => ({ group: 'How many', text: of === 1 ? 'First only' : `First ${of}`, piece: { kind: 'limit', of } }))

function sortOptions(
  { by, direction }: Query['sort'][number],
  { query }: Reading,
  model: SemanticModel,
): readonly Option[] {
  const of = (name: string, label: string, way: 'ascending' | 'descending'): Option => ({
    group: 'Order',
    text: `${label}, ${way === 'descending' ? 'highest' : 'lowest'} first`,
    piece: { kind: 'sort', of: { by: name, direction: way } },
  })
  const measures = query.measures.map((each) => ({ name: nameOfMeasure(each), label: labelOfMeasure(each, model) }))
  const known =
    measures.length > 0
      ? measures
      : query.columns.map((name) => ({ name, label: columnOf(model, name)?.label ?? name }))
  const other = direction === 'descending' ? 'ascending' : 'descending'
  return known.flatMap(({ name, label }) => (name === by ? [of(name, label, other)] : [of(name, label, direction)]))
}

/** A list with one column more, or less. */
function columnOptions(of: readonly string[], model: SemanticModel): readonly Option[] {
  const option = (group: string, name: string, columns: readonly string[]): Option => ({
    group,
    text: columnOf(model, name)?.label ?? name,
    piece: { kind: 'columns', of: columns },
  })
  const others = [...model.columns, ...model.calculations].filter(({ name }) => !of.includes(name))
  return [
    ...(of.length > 1
      ? of.map((name) =>
          option(
            'Leave out',
            name,
            of.filter((each) => each !== name),
          ),
        )
      : []),
    ...others.map(({ name }) => option('Show also', name, [...of, name])),
  ]
}

const compareOptions = (): readonly Option[] =>
  (['previousPeriod', 'previousYear'] as const).map((to) => ({
    group: 'Compared with',
    text: to === 'previousYear' ? 'The year before' : 'The period before',
    piece: { kind: 'compare', of: { to } },
  }))

/** Over groups, another aggregate of the same figure, or another comparison. */
function alternativesOverGroups(piece: Piece, { query }: Reading, known: SemanticModel): readonly Option[] {
  const model = modelOver(query, known)
  if (piece.kind === 'measure' && piece.of.column !== undefined && !piece.of.share) {
    const { as: _, ...of } = piece.of
    return (['mean', 'median', 'min', 'max', 'sum'] as const).map((aggregate): Option => {
      const measure: Measure = { ...of, aggregate }
      return { group: 'Computed as', text: labelOfMeasure(measure, model), piece: { kind: 'measure', of: measure } }
    })
  }
  const { kind, of } = piece
  if (kind !== 'kept' || !('value' in of)) return []
  return comparisons.map((op): Option => {
    const compared: Filter = { ...of, op }
    return { group: 'Compared', text: wordsOfFilter(compared, model), piece: { kind, of: compared } }
  })
}

const isOfRows = ({ kind }: Piece): boolean => kind === 'filter' || kind === 'sort' || kind === 'limit'

function alternatives(piece: Piece, reading: Reading, model: SemanticModel): readonly Option[] {
  if (reading.query.groups && !isOfRows(piece)) return alternativesOverGroups(piece, reading, model)
  switch (piece.kind) {
    case 'measure':
      return measureOptions(piece.of, model)
    case 'statistic':
      return statisticOptions(piece.of)
    case 'columns':
      return reading.query.statistic === undefined
        ? columnOptions(piece.of, model)
        : takenOptions(piece.of, reading.query.statistic, model)
    case 'dimension':
      return dimensionOptions(piece.of, model)
    case 'filter':
      return filterOptions(piece.of, model)
    case 'sort':
      return sortOptions(piece.of, reading, model)
    case 'limit':
      return limitOptions()
    case 'compare':
      return compareOptions()
    default:
      return []
  }
}

/** All that may stand in the place of a piece of a reading; the last takes it away, where something to ask is left. */
export function optionsFor(reading: Reading, piece: Piece, known: SemanticModel): readonly Option[] {
  const model = spokenModel(known, reading.noun)
  const others = alternatives(piece, reading, model).filter(
    (each) => each.piece === null || pieceOf(each.piece) !== pieceOf(piece) || piece.kind === 'columns',
  )
  return isRemovable(reading, piece) ? [...others, { group: '', text: 'Take this away', piece: null }] : others
}

/** What may be added to a reading: a group, a figure. */
export function additionsTo({ query, noun }: Reading, known: SemanticModel): readonly Option[] {
  const model = spokenModel(known, noun)
  if (query.columns.length > 0 || query.groups) return []
  const grouped = new Set(query.dimensions.map(({ column }) => column))
  const counted = query.measures.some(({ aggregate, column }) => aggregate === 'count' && column === undefined)
  const measured = new Set(query.measures.map(({ column }) => column))
  const columns = model.columns.filter((each) => isMeasurable(each) && !measured.has(each.name))
  const measures = columns.map((each) => computedOf(each, each.defaultAggregate))
  return [
    ...(query.dimensions.length < 3 ? groupings(model, grouped).map((each) => ({ ...each, group: 'Also by' })) : []),
    ...(counted
      ? []
      : [{ group: 'Also', text: labelOfRows(model), piece: { kind: 'measure', of: { aggregate: 'count' } } } as const]),
    ...measures.map((of): Option => ({
      group: 'Also',
      text: labelOfMeasure(of, model),
      piece: { kind: 'measure', of },
    })),
  ]
}

/** A piece put beside those that are there. */
export function withAddition({ query }: Pick<Reading, 'query'>, { piece }: Option): { readonly query: Partial<Query> } {
  if (piece?.kind === 'dimension')
    return { query: { dimensions: [...query.dimensions, piece.of], sort: [], limit: 10_000 } }
  return piece?.kind === 'measure' ? { query: { measures: [...query.measures, piece.of] } } : { query: {} }
}
