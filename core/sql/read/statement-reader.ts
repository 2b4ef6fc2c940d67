import { utc } from '../../query/calendar/zone.ts'
import { type Dimension, nameOfDimension } from '../../query/dimension.ts'
import type { Filter } from '../../query/filter.ts'
import { checkCalculations } from '../../query/formulas.ts'
import { type Measure, nameOfMeasure } from '../../query/measure.ts'
import { query, type QueryInput } from '../../query/query.ts'
import { fieldsOfResult } from '../../query/result-fields.ts'
import { isMoment } from '../../query/type-rules.ts'
import type { ColumnType, Field } from '../../table/table.ts'
import { isAggregate } from './aggregates.ts'
import { comparedRow } from './compared-row.ts'
import { columnIn, cutOf } from './cuts.ts'
import { columnOf, type Dataset, type DatasetColumn } from './dataset.ts'
import type { Flat, Output } from './flatten.ts'
import { formulaOf } from './formula.ts'
import { measureOf } from './measures.ts'
import { sortOf } from './orders.ts'
import { AgreedReckoning } from './agreed-reckoning.ts'
import { type Compare, filterOf, plainCompared } from './read-filter.ts'
import { type Expression, isSame, some } from './syntax.ts'
import { noCounterpart, Unread, unexpected } from './unread.ts'

type Calculation = NonNullable<QueryInput['calculations']>[number]

/** A dimension or a measure of the result, by name. */
type Part =
  | { readonly kind: 'dimension'; readonly dimension: Dimension; readonly name: string }
  | { readonly kind: 'measure'; readonly measure: Measure; readonly name: string }

const maxRows = 100_000

/** Converts a statement over one dataset to a Query. */
export class StatementReader {
  readonly #dataset: Dataset
  readonly #flat: Flat
  readonly #calendar = new AgreedReckoning()
  readonly #calculations: Calculation[] = []
  readonly #rows: Compare

  constructor(dataset: Dataset, flat: Flat) {
    this.#dataset = dataset
    this.#flat = flat
    this.#rows = {
      column: (node) => columnOf(node, dataset),
      compared: (node) => comparedRow(node, dataset),
      otherwise: (node) => ({ op: 'in', column: this.#calculated(node), values: [true] }),
    }
  }

  input(): QueryInput {
    const { where, keys } = this.#flat
    const filters = where === null ? [] : filtersOf(filterOf(where, true, this.#rows))
    const asked = keys === null ? this.#listing() : this.#grouping(keys)
    return {
      dataset: this.#dataset.id,
      filters,
      ...asked,
      ...this.#page(),
      calculations: this.#calculations,
      ...this.#calendar.reckoning,
      timeZone: utc.name,
    }
  }

  #page(): Pick<QueryInput, 'limit' | 'offset'> {
    const { limit, offset } = this.#flat
    if (limit !== null && (limit < 1 || limit > maxRows))
      noCounterpart(this.#flat, `LIMIT ${limit}`, `Write a limit from 1 to ${maxRows.toLocaleString('en')}.`)
    return { ...(limit === null ? {} : { limit }), offset }
  }

  #listing(): Partial<QueryInput> {
    const names = this.#flat.items.map((item) => this.#listed(item))
    return { columns: names, sort: [...sortOf(this.#flat, names, null).sort] }
  }

  /** A column with an alias is a calculated column. */
  #listed({ of, as, name }: Output): string {
    const column = columnOf(of, this.#dataset)
    if (column && (as === null || as === column.name)) return column.name
    return this.#calculated(of, as ?? name)
  }

  #grouping(keys: readonly Expression[]): Partial<QueryInput> {
    const { items, having } = this.#flat
    const hidden = keys.find((key) => !items.some(({ of }) => isSame(of, key)))
    if (hidden) noCounterpart(hidden, 'Grouping by what is not selected', 'Name it after SELECT as well.')
    const parts = items.map((item) => this.#part(item))
    const dimensions = parts.flatMap((part) => (part.kind === 'dimension' ? [part.dimension] : []))
    const measures = parts.flatMap((part) => (part.kind === 'measure' ? [part.measure] : []))
    const names = parts.map(({ name }) => name)
    const typeOf = this.#types()
    const standing = {
      dimensions,
      first: measures[0] ? nameOfMeasure(measures[0]) : null,
      runs: ({ column, grain, part, binWidth }: Dimension) =>
        grain !== undefined || part !== undefined || binWidth !== undefined || isMoment(typeOf(column)),
    }
    const { sort, weekStart } = sortOf(this.#flat, names, standing)
    this.#calendar.take({ weekStart, fiscalYearStart: null }, this.#flat)
    const fields = fieldsOfResult(query.parse({ dataset: '', dimensions, measures }), typeOf)
    const kept = having === null ? [] : filtersOf(filterOf(having, true, this.#results(names, fields)))
    return { dimensions, measures, sort: [...sort], having: kept }
  }

  #part(item: Output): Part {
    const { of, as } = item
    if (some(of, isAggregate)) {
      const measure = measureOf(of, this.#dataset, this.#rows)
      const named = as === null || as === nameOfMeasure(measure) ? measure : { ...measure, as }
      return { kind: 'measure', measure: named, name: nameOfMeasure(named) }
    }
    const dimension = this.#dimension(of)
    const named = as === null || as === nameOfDimension(dimension) ? dimension : { ...dimension, as }
    return { kind: 'dimension', dimension: named, name: nameOfDimension(named) }
  }

  #dimension(node: Expression): Dimension {
    const column = columnOf(node, this.#dataset)
    if (column) return { column: column.name }
    const path = columnIn(node)
    const only =
      path === null ? null : columnOf({ kind: 'column', path: [path], from: node.from, to: node.to }, this.#dataset)
    const found = only && cutOf(node, only)
    if (!only || !found) return { column: this.#calculated(node) }
    this.#calendar.take(found, node)
    return only.type === 'date' && found.cut.grain === 'day'
      ? { column: only.name }
      : { column: only.name, ...found.cut }
  }

  /** The name of a calculated column for this expression. */
  #calculated(node: Expression, wanted?: string): string {
    const formula = formulaOf(node, this.#dataset)
    const name = wanted ?? formula
    const isTaken = this.#dataset.table.columns.some((column) => column.name === name)
    if (isTaken) noCounterpart(node, `Calling this ${name}, as a column is called already,`, 'Give it another name.')
    if (name.length > 300) noCounterpart(node, 'What is so long', 'Compute it in parts.')
    if (!this.#calculations.some((one) => one.name === name)) this.#calculations.push({ name, formula })
    return name
  }

  #types(): (column: string) => ColumnType {
    const fields: readonly Field[] = this.#dataset.table.columns
    const checked = checkCalculations(this.#calculations, fields)
    if (!checked.ok) throw new Unread({ ...checked.error, place: null })
    const types = new Map([...fields, ...checked.value].map(({ name, type }) => [name, type]))
    return (column) => types.get(column) ?? 'text'
  }

  /** The result columns available to HAVING. */
  #results(names: readonly string[], fields: readonly Field[]): Compare {
    const { items } = this.#flat
    const column = (node: Expression): DatasetColumn | null => {
      const name = names[items.findIndex(({ of }) => isSame(of, node))]
      const field = fields.find((one) => one.name === name)
      const own = field?.type === 'duration' ? columnOf(firstColumn(node), this.#dataset) : null
      return field ? { ...field, scale: own?.scale ?? 1 } : null
    }
    return {
      column,
      compared: (node) => plainCompared(column(node)),
      otherwise: (node) =>
        noCounterpart(node, 'A HAVING about what is not selected', 'Compare a selected column with a value.'),
    }
  }
}

/** The first column of an expression, or the expression itself. */
function firstColumn(node: Expression): Expression {
  let found: Expression | null = null
  some(node, (part) => {
    if (part.kind === 'column') found ??= part
    return false
  })
  return found ?? unexpected(node, 'There is no column in this.', 'Name one.')
}

const filtersOf = (filter: Filter): Filter[] => (filter.op === 'and' ? [...filter.filters] : [filter])
