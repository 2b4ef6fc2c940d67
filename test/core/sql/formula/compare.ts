import { calculate } from '#core/engine/formula/calculated-source.ts'
import type { Zone } from '#core/query/calendar/zone.ts'
import { check } from '#core/semantic/formula/check/check.ts'
import type { Expression } from '#core/semantic/formula/expression.ts'
import { scopeOf } from '#core/semantic/formula/scope.ts'
import { writeFormula } from '#core/sql/formula/write-formula.ts'
import { fromClauseOf } from '#core/sql/compile/from-clause.ts'
import type { Dialect } from '#core/sql/dialects/dialect.ts'
import type { SqlTable } from '#core/sql/table.ts'
import { query } from '#core/query/query.ts'
import type { Database } from '../../../support/databases/database.ts'
import { render, renderWritten, type Statement } from '#core/sql/render.ts'
import { list, name, type Sql, sql } from '#core/sql/sql.ts'
import { type Column, type ColumnType, isNumberColumn, type Table } from '#core/table/table.ts'
import { formulaFields } from './formula-table.ts'

type Value = number | string | null

/** A database and its table of the rows. */
export type Judge = { readonly database: Database; readonly table: SqlTable }

export type Typed = { readonly formula: string; readonly expression: Expression; readonly type: ColumnType }

/** A formula over the random table; throws where the generator wrote one that is none. */
export function typed(formula: string): Typed {
  const checked = check(formula, scopeOf(formulaFields))
  if (!checked.ok) throw new Error(`${formula}: ${checked.error.message}`)
  return { formula, expression: checked.value.expression, type: checked.value.type }
}

function valuesOf(column: Column, rows: number): Value[] {
  return Array.from({ length: rows }, (_, row) => {
    if (!isNumberColumn(column)) return column.dictionary[column.codes[row] ?? -1] ?? null
    const value = column.values[row] ?? Number.NaN
    return Number.isNaN(value) ? null : value
  })
}

/** Column by column what this program's engine computes. */
export function computed(formulas: readonly Typed[], table: Table, zone: Zone): Value[][] {
  const calculations = formulas.map(({ expression }, at) => ({ name: `f${at}`, expression }))
  const { columns } = calculate(table, calculations, zone)
  return columns.slice(table.columns.length).map((column) => valuesOf(column, table.rows))
}

/** Column by column what a database computes. */
export async function judged(formulas: readonly Typed[], judge: Judge, zone: Zone): Promise<Value[][]> {
  const rows = await judge.database.run(statementOf(formulas, judge, zone))
  return formulas.map(({ type }, at) => rows.map((row) => valueFrom(row[at], type)))
}

export function statementOf(
  formulas: readonly Typed[],
  { database: { dialect, takesWritten }, table }: Judge,
  zone: Zone,
): Statement {
  const asked = query.parse({ dataset: 't', columns: ['name'] })
  const { scope, order } = fromClauseOf(asked, { t: table }, { dialect, zone, reckoning: plainReckoning })
  const outputs = formulas.map(({ expression, type }, at) => {
    const written = writeFormula(expression, { dialect, zone, column: scope })
    return sql`${shown(written, type, dialect)} AS ${name(`f${at}`)}`
  })
  const statement = sql`SELECT ${list(outputs)} FROM ${name('t')} ORDER BY ${order ?? name('row_number')}`
  return takesWritten ? { text: renderWritten(statement, dialect), values: [] } : render(statement, dialect)
}

const plainReckoning = { weekStart: 'monday', fiscalYearStart: 1 } as const

/** Times as milliseconds: no driver's Date is in the way. */
function shown(written: Sql, type: ColumnType, dialect: Dialect): Sql {
  if (type === 'timestamp') return dialect.numbers.real(dialect.moments.milliseconds(written))
  return type === 'text' ? dialect.text.show(written) : written
}

function valueFrom(value: unknown, type: ColumnType): Value {
  if (value === null || value === undefined) return null
  if (type === 'text') return value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value)
  if (type === 'boolean') return Number(value === true || Number(value) === 1)
  return type === 'date' && typeof value === 'string'
    ? Date.parse(`${String(value).slice(0, 10)}T00:00:00Z`)
    : Number(value)
}

function isSame(ours: Value | undefined, theirs: Value | undefined): boolean {
  if (typeof ours !== 'number' || typeof theirs !== 'number') return ours === theirs
  return Math.abs(ours - theirs) <= 1e-9 * Math.max(Math.abs(ours), Math.abs(theirs))
}

/** The first row in which two differ, or null. */
export function differenceOf(
  ours: readonly Value[],
  theirs: readonly Value[],
): { row: number; ours: Value; theirs: Value } | null {
  for (let row = 0; row < Math.max(ours.length, theirs.length); row++) {
    if (!isSame(ours[row], theirs[row])) return { row, ours: ours[row] ?? null, theirs: theirs[row] ?? null }
  }
  return null
}
