import type { Zone } from '../../query/calendar/zone.ts'
import { columnsOfExpression, type Expression } from '../../semantic/formula/expression.ts'
import type { Source } from '../../table/source.ts'
import { type Column, type Field, findColumn, type Table } from '../../table/table.ts'
import { compileExpression } from './compile.ts'
import { columnOf } from './vector.ts'

/** A column computed in every row. Its expression names columns of the source alone. */
export type Calculation = { readonly name: string; readonly expression: Expression }

const fieldOf = ({ name, expression: { type } }: Calculation): Field => ({
  name,
  type: type === 'null' ? 'text' : type,
})

/** Computes columns of a table. */
function calculator(calculations: readonly Calculation[], zone: Zone): (table: Table) => readonly Column[] {
  const compiled = calculations.map(({ name, expression }) => ({
    name,
    type: expression.type,
    compute: compileExpression(expression, zone),
  }))
  return (table) =>
    compiled.map(({ name, type, compute }) => columnOf(compute(table), { name, type, rows: table.rows }))
}

/** The table with these columns behind its own. */
export const calculate = (table: Table, calculations: readonly Calculation[], zone: Zone): Table => ({
  rows: table.rows,
  columns: [...table.columns, ...calculator(calculations, zone)(table)],
})

/**
 * A source with calculated columns beside its own. Only the columns that are asked for, and those that their formulas
 * name, are read; of a calculated column no statistics are known.
 */
export function calculatedSource(source: Source, calculations: readonly Calculation[], zone: Zone): Source {
  if (calculations.length === 0) return source
  const byName = new Map(calculations.map((one) => [one.name, one]))
  const prepared = new Map<string, (table: Table) => readonly Column[]>()
  const computed = (calculation: Calculation, table: Table): Column => {
    const known = prepared.get(calculation.name) ?? calculator([calculation], zone)
    prepared.set(calculation.name, known)
    return known(table)[0] as Column
  }
  return {
    fields: [...source.fields, ...calculations.map(fieldOf)],
    rowGroups: source.rowGroups,
    read: async (group, names) => {
      const asked = names.map((name) => byName.get(name) ?? name)
      const needed = asked.flatMap((one) => (typeof one === 'string' ? one : columnsOfExpression(one.expression)))
      const table = await readSome(source, group, [...new Set(needed)])
      const columns = asked.map((one) => (typeof one === 'string' ? existing(table, one) : computed(one, table)))
      return { rows: table.rows, columns }
    },
  }
}

/** A formula may name no column at all. */
const readSome = async (source: Source, group: number, names: readonly string[]): Promise<Table> =>
  names.length > 0 ? source.read(group, names) : { rows: source.rowGroups[group]?.rows ?? 0, columns: [] }

function existing(table: Table, name: string): Column {
  const column = findColumn(table, name)
  if (!column) throw new Error(`Column ${name} was not read`)
  return column
}
