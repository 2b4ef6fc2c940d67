import { type Measure, nameOfMeasure } from '../query/measure.ts'
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

/** Computes one measure of all groups, with its own filter and, for a share, what it is a share of. */
export function measureRunner(measure: Measure, type: ColumnType | null, isGrouped: boolean): MeasureRunner {
  const { aggregate, column: name, filter, share = false } = measure
  const make = aggregate === 'formula' ? undefined : accumulators[aggregate]
  if (!make || aggregate === 'formula') throw new Error(`No engine computes a ${aggregate}`)
  const parts = make({ type: type ?? 'integer', isGrouped })
  const isOfGroup = share === 'group' && isGrouped
  const whole = share === false ? null : make({ type: type ?? 'integer', isGrouped: isOfGroup })
  const passes = compileFilters(filter ? [filter] : [])
  const result = { name: nameOfMeasure(measure), type: typeOfMeasure(aggregate, type, whole !== null) }
  return {
    add: (table, groups, size) => {
      const rows = passes ? passingRows(passes(table)) : null
      const column = name === undefined ? null : columnOf(table, name)
      parts.add({
        groups: rows ? takeCodes(groups, rows) : groups,
        size,
        column: rows && column ? takeRows(column, rows) : column,
      })
      whole?.add(isOfGroup ? { groups, size, column } : { groups: new Int32Array(groups.length), size: 1, column })
    },
    finish: (size) => {
      if (whole === null) return parts.finish(size, result)
      const [part, all] = [numbersOf(parts, size, result.name), numbersOf(whole, isOfGroup ? size : 1, result.name)]
      return {
        name: result.name,
        type: 'decimal',
        values: part.map((value, at) => ratio(value, all[isOfGroup ? at : 0])),
      }
    },
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

function numbersOf(accumulator: Accumulator, size: number, name: string): Float64Array {
  const column = accumulator.finish(size, { name, type: 'decimal' })
  return column.type === 'text' ? new Float64Array(0) : column.values
}

/** Of a whole of nothing there are no shares. */
const ratio = (part: number, whole = Number.NaN): number => (whole === 0 ? Number.NaN : part / whole)
