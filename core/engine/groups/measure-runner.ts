import type { Steps } from '../../budget.ts'
import { nameOfDimension } from '../../query/dimension.ts'
import { type Measure, nameOfMeasure } from '../../query/measure.ts'
import { clockOf } from '../../query/calendar/clock.ts'
import type { Query } from '../../query/query.ts'
import { typeOfMeasure } from '../../query/type-rules.ts'
import { type Column, type ColumnType, findColumn, type Table } from '../../table/table.ts'
import type { Accumulator, AccumulatorSetup, Batch, PartialState } from '../aggregates/aggregate.ts'
import { accumulators } from '../aggregates/registry.ts'
import { compileFilters } from '../filters/row-mask.ts'
import type { GroupIndex } from './group-index.ts'
import { passingRows, takeCodes, takeRows } from '../take-rows.ts'
import { WiderGroups } from './wider-groups.ts'

export type MeasureRunner = {
  readonly add: (table: Table, groups: Int32Array, size: number) => Steps<void>
  /** For parallel passes; null if the measure cannot be merged. */
  readonly partialState: PartialState | null
  readonly finish: (size: number) => Column
}

/** Context of a measure. */
type Place = {
  readonly query: Query
  readonly typeOf: (name: string) => ColumnType
  readonly index: GroupIndex
}

/** Computes one measure of all groups, with its own filter and, for a share, the denominator. */
export function measureRunner(measure: Measure, { query, typeOf, index }: Place): MeasureRunner {
  const { aggregate, column, filter } = measure
  if (aggregate === 'formula') throw new Error('No accumulator computes a formula')
  const type = column === undefined ? null : typeOf(column)
  const isGrouped = query.dimensions.length > 0
  const setup: AccumulatorSetup = { type: type ?? 'integer', isGrouped, quantile: measure.quantile ?? 0.5 }
  const make = accumulators[aggregate]
  const parts = make(setup)
  const whole = measure.share
    ? wholeOf(measure.share, { query, index }, (isOfGroups) => make({ ...setup, isGrouped: isOfGroups }))
    : null
  const passes = compileFilters(filter ? [filter] : [], clockOf(query))
  const result = { name: nameOfMeasure(measure), type: typeOfMeasure(aggregate, type, whole !== null) }
  return {
    *add(table, groups, size) {
      const rows = passes ? passingRows(yield* passes(table)) : null
      const batch = batchOf(table, measure, { groups, size })
      parts.add(rows ? only(batch, rows) : batch)
      whole?.add(batch)
      yield
    },
    partialState: whole ? null : parts.partialState,
    finish: (size) => (whole ? shares(parts, whole, { size, name: result.name }) : parts.finish(size, result)),
  }
}

type Groups = Pick<Batch, 'groups' | 'size'>

function batchOf(table: Table, { column, by }: Measure, groups: Groups): Batch {
  return {
    ...groups,
    column: column === undefined ? null : columnOf(table, column),
    by: by === undefined ? null : columnOf(table, by),
  }
}

const only = ({ groups, size, column, by }: Batch, rows: Int32Array): Batch => ({
  groups: takeCodes(groups, rows),
  size,
  column: column && takeRows(column, rows),
  by: by && takeRows(by, rows),
})

function columnOf(table: Table, name: string): Column {
  const column = findColumn(table, name)
  if (!column) throw new Error(`The measured column ${name} was not read`)
  return column
}

type Whole = {
  readonly add: (batch: Batch) => void
  /** The denominator of each group. */
  readonly finish: (size: number, name: string) => Float64Array
}

/** Dimensions in which groups share a denominator. */
function positionsOf(share: NonNullable<Measure['share']>, { dimensions }: Query): readonly number[] {
  const names = dimensions.map(nameOfDimension)
  if (typeof share === 'object') return share.within.map((name) => names.indexOf(name))
  return share === 'group' ? [...names.keys()] : []
}

function wholeOf(
  share: NonNullable<Measure['share']>,
  { query, index }: Pick<Place, 'query' | 'index'>,
  make: (isGrouped: boolean) => Accumulator,
): Whole {
  const positions = positionsOf(share, query)
  const accumulator = make(positions.length > 0)
  const wider = new WiderGroups(index, positions)
  const isOfGroup = positions.length > 0 && positions.length === query.dimensions.length
  return {
    add: (batch) => {
      const groups = isOfGroup ? batch.groups : wider.of(batch.groups)
      accumulator.add({ ...batch, groups, size: isOfGroup ? batch.size : wider.size })
    },
    finish: (size, name) => {
      const own = Int32Array.from({ length: size }, (_, group) => group)
      const all = numbersOf(accumulator, isOfGroup ? size : wider.size, name)
      const groups = isOfGroup ? own : wider.of(own)
      return Float64Array.from(groups, (group) => all[group] ?? Number.NaN)
    },
  }
}

type Sharing = { readonly size: number; readonly name: string }

function shares(parts: Accumulator, whole: Whole, { size, name }: Sharing): Column {
  const [part, all] = [numbersOf(parts, size, name), whole.finish(size, name)]
  return { name, type: 'decimal', values: part.map((value, at) => ratio(value, all[at])) }
}

function numbersOf(accumulator: Accumulator, size: number, name: string): Float64Array {
  const column = accumulator.finish(size, { name, type: 'decimal' })
  return column.type === 'text' ? new Float64Array(0) : column.values
}

/** A share of zero is null. */
const ratio = (part: number, whole = Number.NaN): number => (whole === 0 ? Number.NaN : part / whole)
