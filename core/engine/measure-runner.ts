import { type Measure, nameOfMeasure } from '../query/query.ts'
import { columnsOfFilter } from '../query/columns-of-query.ts'
import { typeOfMeasure } from '../query/type-rules.ts'
import { type Column, type ColumnType, findColumn, type Table } from '../table/table.ts'
import type { Accumulator } from './aggregates/aggregate.ts'
import { accumulators } from './aggregates/registry.ts'
import { compileFilters } from './filters/row-mask.ts'
import { passingRows, takeCodes, takeRows } from './take-rows.ts'

export type MeasureRunner = {
  readonly add: (table: Table, groups: Int32Array, size: number) => void
  readonly finish: (size: number) => Column
}

/** Computes one measure of all groups, with its own filter and, for a share, its total. */
export function measureRunner(measure: Measure, type: ColumnType | null, isGrouped: boolean): MeasureRunner {
  const { aggregate, column: name, filter } = measure
  const make = accumulators[aggregate]
  const parts = make({ type: type ?? 'integer', isGrouped })
  const total = measure.share ? make({ type: type ?? 'integer', isGrouped: false }) : null
  const passes = compileFilters(filter ? [filter] : [])
  const result = { name: nameOfMeasure(measure), type: typeOfMeasure(aggregate, type, total !== null) }
  return {
    add: (table, groups, size) => {
      const rows = passes ? passingRows(passes(table)) : null
      const column = name === undefined ? null : columnOf(table, name)
      const batch = {
        groups: rows ? takeCodes(groups, rows) : groups,
        size,
        column: rows && column ? takeRows(column, rows) : column,
      }
      parts.add(batch)
      total?.add({ ...batch, groups: new Int32Array(batch.groups.length), size: 1 })
    },
    finish: (size) => (total ? shares(parts, total, { size, name: result.name }) : parts.finish(size, result)),
  }
}

/** The columns a measure is computed from. */
export const columnsOfMeasure = ({ column, filter }: Measure): readonly string[] => [
  ...(column === undefined ? [] : [column]),
  ...(filter ? columnsOfFilter(filter) : []),
]

function columnOf(table: Table, name: string): Column {
  const column = findColumn(table, name)
  if (!column) throw new Error(`The measured column ${name} was not read`)
  return column
}

/** Each group's part of the total; of a total of nothing there are no shares. */
function shares(parts: Accumulator, total: Accumulator, { size, name }: { size: number; name: string }): Column {
  const of = (accumulator: Accumulator, count: number): Float64Array => {
    const column = accumulator.finish(count, { name, type: 'decimal' })
    return column.type === 'text' ? new Float64Array(0) : column.values
  }
  const whole = of(total, 1)[0] ?? Number.NaN
  const values = of(parts, size).map((part) => (whole === 0 ? Number.NaN : part / whole))
  return { name, type: 'decimal', values }
}
