import { atOnce } from '../../budget.ts'
import { compileFilters } from '../../engine/filters/row-mask.ts'
import { calculatedSource, type Calculation } from '../../engine/formula/calculated-source.ts'
import { withCalculations } from '../../engine/formula/with-calculations.ts'
import { GroupIndex } from '../../engine/groups/group-index.ts'
import { groupKeys } from '../../engine/groups/group-keys.ts'
import { keyOfColumn, keyOfDimension } from '../../engine/keys/key-of.ts'
import { typesIn } from '../../engine/types-in.ts'
import { clockOf } from '../../query/calendar/clock.ts'
import { zoneOf } from '../../query/calendar/zone.ts'
import { columnsOfFilter } from '../../query/columns-of-query.ts'
import { type Dimension, nameOfDimension } from '../../query/dimension.ts'
import { ok, type Result } from '../../result.ts'
import type { Expression } from '../../semantic/formula/expression.ts'
import type { Source } from '../../table/source.ts'
import { type Column, findColumn, type Table } from '../../table/table.ts'
import type { Release } from './release.ts'
import { type Quantity, type Sorting, sortingsOf, withPlainMeasures } from './sorting.ts'

/** A whole number for each row, computed once for all sortings that share it. */
export type Feature = {
  /** Features of one release and key are the same. */
  readonly key: string
  readonly of: (rows: Table) => Int32Array
  /** Of cells: each as `groupKeys` writes it; complete once all rows were sorted. */
  readonly groups?: () => readonly string[]
}

/** One sorting of a release, ready for the rows of its file. */
type ReadySorting = {
  readonly isOwn: boolean
  /** What is counted, as text; empty for rows themselves. */
  readonly quantity: string
  /** Negative where a row is left out. */
  readonly cells: Feature
  /** The answers of its conditions, numbered; null where there are none. */
  readonly parts: Feature | null
  /** 1 where a row has the quantity; null where all have. */
  readonly counts: Feature | null
}

/** A release, ready for the rows of its file. */
export type ReadyRelease = {
  readonly release: Release
  readonly source: Source
  /** Columns of the source that its sortings look at. */
  readonly columns: readonly string[]
  readonly sortings: readonly ReadySorting[]
  /** Its groups as `groupKeys` writes them, by cell; complete once all rows were sorted. */
  readonly groups: () => readonly string[]
}

/** Makes calculated columns of expressions, each expression once. */
function namer() {
  const calculations = new Map<string, Calculation>()
  return {
    calculations,
    nameOf(expression: Expression): string {
      if (expression.kind === 'column') return expression.name
      const name = `ƒ ${JSON.stringify(expression)}`
      calculations.set(name, { name, expression })
      return name
    },
  }
}

const columnIn = (table: Table, name: string): Column => {
  const column = findColumn(table, name)
  if (!column) throw new Error(`Column ${name} was not read`)
  return column
}

function countsOf(column: Column, { counts }: Quantity): Int32Array {
  if (column.type === 'text') return column.codes.map((code) => (code < 0 ? 0 : 1))
  const isZeroNothing = counts === 'nonzero'
  return Int32Array.from(column.values, (value) => (Number.isNaN(value) || (isZeroNothing && value === 0) ? 0 : 1))
}

type Indexes = Map<string, GroupIndex>
type Naming = {
  readonly nameOf: (expression: Expression) => string
  readonly source: () => Source
  readonly indexes: Indexes
}

/** Sortings by the same dimensions share their groups. */
function indexOf(dimensions: readonly Dimension[], { query }: Release, typeOf: (name: string) => Column['type']) {
  return new GroupIndex(dimensions.map((dimension) => keyOfDimension(dimension, typeOf(dimension.column), query)))
}

function cellsOf({ dimensions, filters }: Sorting, release: Release, naming: Naming): Feature {
  const passes = compileFilters(filters, clockOf(release.query))
  const indexed = (): GroupIndex => {
    const key = JSON.stringify(dimensions)
    const index = naming.indexes.get(key) ?? indexOf(dimensions, release, typesIn(naming.source()))
    naming.indexes.set(key, index)
    return index
  }
  return {
    key: `cells ${JSON.stringify([dimensions, filters])}`,
    of: (table) => {
      const groups = indexed().groupsOf(
        dimensions.map(({ column }) => columnIn(table, column)),
        table.rows,
      )
      const mask = passes && atOnce(passes(table))
      return mask ? groups.map((group, row) => (mask[row] === 1 ? group : -1)) : groups
    },
    groups: () => textsOf(indexed(), dimensions),
  }
}

const textsOf = (index: GroupIndex, dimensions: readonly Dimension[]): readonly string[] =>
  groupKeys(index.values(dimensions.map(nameOfDimension)).columns, index.size)

function partsOf({ conditions }: Sorting, { nameOf }: Naming): Feature | null {
  if (conditions.length === 0) return null
  const names = conditions.map(nameOf)
  const parts = new GroupIndex(names.map(() => keyOfColumn('boolean')))
  return {
    key: `parts ${names.join(' ')}`,
    of: (table) =>
      parts.groupsOf(
        names.map((name) => columnIn(table, name)),
        table.rows,
      ),
  }
}

function quantityOf({ quantity }: Sorting, { nameOf }: Naming): Feature | null {
  if (quantity === null) return null
  const name = nameOf(quantity.of)
  return { key: `counts ${JSON.stringify(quantity)}`, of: (table) => countsOf(columnIn(table, name), quantity) }
}

const readySorting = (sorting: Sorting, release: Release, naming: Naming): ReadySorting => ({
  isOwn: sorting.isOwn,
  quantity: sorting.quantity === null ? '' : JSON.stringify(sorting.quantity),
  cells: cellsOf(sorting, release, naming),
  parts: partsOf(sorting, naming),
  counts: quantityOf(sorting, naming),
})

/** Makes a release ready for the rows of its file, whose source has the columns of what it joins. */
export function readyRelease(release: Release, joined: Source): Result<ReadyRelease> {
  const query = withPlainMeasures(release.query)
  const plain = sortingsOf(release.query, joined.fields)
  if (!plain.ok) return plain
  const { calculations, nameOf } = namer()
  const indexes: Indexes = new Map()
  const calculated = withCalculations(query, joined)
  let source: Source | null = null
  const complete = (): Source =>
    (source ??= calculatedSource(calculated, [...calculations.values()], { zone: zoneOf(query.timeZone) }))
  const sortings = plain.value.map((each) => readySorting(each, release, { nameOf, source: complete, indexes }))
  const columns = plain.value.flatMap(({ dimensions, filters, conditions, quantity }) => [
    ...dimensions.map(({ column }) => column),
    ...filters.flatMap(columnsOfFilter),
    ...conditions.map(nameOf),
    ...(quantity === null ? [] : [nameOf(quantity.of)]),
  ])
  return ok({
    release,
    source: complete(),
    columns: [...new Set(columns)],
    sortings,
    groups: () => {
      const index = indexes.get(JSON.stringify(query.dimensions))
      return index ? textsOf(index, query.dimensions) : []
    },
  })
}
