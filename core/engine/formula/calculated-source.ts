import { atOnce, type Budget, inTurns, type Steps } from '../../budget.ts'
import type { Zone } from '../../query/calendar/zone.ts'
import { columnsOfExpression, type Expression, partsOf } from '../../semantic/formula/expression.ts'
import { sliceTable } from '../../table/slice-table.ts'
import type { Source } from '../../table/source.ts'
import { type Column, type Field, findColumn, type Table } from '../../table/table.ts'
import { joinTables } from '../join-tables.ts'
import { queryBudget } from '../query-budget.ts'
import { compileExpression } from './compile.ts'
import { columnOf } from './vector.ts'

/** A column computed in every row. Its expression may name only columns of the source. */
export type Calculation = { readonly name: string; readonly expression: Expression }

const fieldOf = ({ name, expression: { type } }: Calculation): Field => ({
  name,
  type: type === 'null' ? 'text' : type,
})

/** Budget steps per row of an operation; text operations create and look up one string per row. */
const [stepsOfNumber, stepsOfText] = [0.05, 2]
/** Budget steps between two yields. */
const stepsAtOnce = 1 << 19

const isText = ({ type }: Expression): boolean => type === 'text'

/** Budget steps per row of an expression. */
function stepsOf(expression: Expression): number {
  const parts = partsOf(expression)
  const own = isText(expression) || parts.some(isText) ? stepsOfText : stepsOfNumber
  return parts.length === 0 ? 0 : parts.reduce((sum, part) => sum + stepsOf(part), own)
}

/** Computes a column of a table; splits long formulas into ranges of rows. */
type Calculator = (table: Table, budget: Budget) => Steps<Column>

function calculator(calculation: Calculation, zone: Zone): Calculator {
  const { name, expression } = calculation
  const charged: { to: Budget | null } = { to: null }
  const charge = (characters: number): void => charged.to?.charge('bytes', characters)
  const compute = compileExpression(expression, { zone, charge })
  const steps = stepsOf(expression)
  const rowsAtOnce = Math.max(256, Math.floor(stepsAtOnce / Math.max(steps, stepsOfNumber)))
  return function* (table, whole) {
    const budget = whole.pass()
    const parts: Table[] = []
    let from = 0
    do {
      const part = table.rows <= rowsAtOnce ? table : sliceTable(table, from, from + rowsAtOnce)
      charged.to = budget
      const column = columnOf(compute(part), { name, type: expression.type, rows: part.rows })
      parts.push({ rows: part.rows, columns: [column] })
      budget.work(part.rows * steps)
      yield
      from += rowsAtOnce
    } while (from < table.rows)
    const joined = parts.length === 1 ? parts[0] : joinTables(parts, [fieldOf(calculation)])
    return joined?.columns[0] as Column
  }
}

/** Appends calculated columns to a table and yields when the budget is due. */
export function* calculating(
  table: Table,
  calculations: readonly Calculation[],
  { zone, budget }: { readonly zone: Zone; readonly budget: Budget },
): Steps<Table> {
  const columns = [...table.columns]
  for (const one of calculations) columns.push(yield* calculator(one, zone)(table, budget))
  return { rows: table.rows, columns }
}

/** Appends calculated columns to a table. */
export const calculate = (table: Table, calculations: readonly Calculation[], zone: Zone): Table =>
  atOnce(calculating(table, calculations, { zone, budget: queryBudget() }))

/**
 * Appends calculated columns to a source. Reads only the requested columns and the columns their formulas name.
 * Calculated columns have no statistics.
 */
export function calculatedSource(
  source: Source,
  calculations: readonly Calculation[],
  { zone, budget = queryBudget() }: { readonly zone: Zone; readonly budget?: Budget },
): Source {
  if (calculations.length === 0) return source
  const byName = new Map(calculations.map((one) => [one.name, one]))
  const prepared = new Map<string, Calculator>()
  const computed = (calculation: Calculation, table: Table): Promise<Column> => {
    const known = prepared.get(calculation.name) ?? calculator(calculation, zone)
    prepared.set(calculation.name, known)
    return inTurns(known(table, budget), budget)
  }
  return {
    fields: [...source.fields, ...calculations.map(fieldOf)],
    rowGroups: source.rowGroups,
    read: async (group, names) => {
      const asked = names.map((name) => byName.get(name) ?? name)
      const needed = asked.flatMap((one) => (typeof one === 'string' ? one : columnsOfExpression(one.expression)))
      const table = await readSome(source, group, [...new Set(needed)])
      const columns: Column[] = []
      for (const one of asked) columns.push(typeof one === 'string' ? existing(table, one) : await computed(one, table))
      return { rows: table.rows, columns }
    },
  }
}

/** A formula may name no column. */
const readSome = async (source: Source, group: number, names: readonly string[]): Promise<Table> =>
  names.length > 0 ? source.read(group, names) : { rows: source.rowGroups[group]?.rows ?? 0, columns: [] }

function existing(table: Table, name: string): Column {
  const column = findColumn(table, name)
  if (!column) throw new Error(`Column ${name} was not read`)
  return column
}
