import { checkCalculations } from '../../query/formulas.ts'
import type { Query } from '../../query/query.ts'
import { writeFormula } from '../formula/write-formula.ts'
import type { Layer } from '../select.ts'
import type { SqlColumn, SqlTable, SqlTables } from '../table.ts'
import type { Scope, Term, Writing } from '../term.ts'
import { list, name, type Sql, sql } from '../sql.ts'
import { ownValue } from '../../own-value.ts'

/** What a Query reads: a table and its joins, or groups of its rows. */
export type FromClause = {
  /** Layers that `from` needs before it. */
  readonly layers: readonly Layer[]
  readonly from: Sql
  readonly scope: Scope
  /** Column names in the database, which aliases must avoid. */
  readonly taken: readonly string[]
  /** The order of rows, if the table numbers them. */
  readonly order: Sql | null
}

/** Throws if the Query was not resolved. */
export function fromClauseOf(query: Query, tables: SqlTables, { dialect, zone }: Writing): FromClause {
  const isJoined = query.joins.length > 0
  const base = tableOf(query.dataset, tables)
  const columns = new Map<string, Term>()
  const add = (table: SqlTable, prefix: string, alias: string | null): void => {
    for (const column of table.columns) columns.set(prefix + column.name, termOf(column, alias, dialect))
  }
  add(base, '', isJoined ? 't' : null)
  for (const join of query.joins) add(tableOf(join.dataset, tables), `${join.name}.`, join.name)
  const scope: Scope = (column) => {
    const term = columns.get(column)
    if (!term) throw new Error(`No column ${column} in the tables of this Query`)
    return term
  }
  const own = [...columns].map(([called, { type }]) => ({ name: called, type }))
  const calculated = checkCalculations(query.calculations, own)
  if (!calculated.ok) throw new Error(calculated.error.message)
  for (const { name: called, expression, type } of calculated.value) {
    columns.set(called, { type, sql: writeFormula(expression, { dialect, zone, column: scope }) })
  }
  const joins = query.joins.map((join) => {
    const other = scope(`${join.name}.${join.key}`)
    return sql`
LEFT JOIN ${name(...tableOf(join.dataset, tables).path)} ${name(join.name)} ON ${scope(join.column).sql} = ${other.sql}`
  })
  return {
    layers: [],
    from: isJoined ? sql`${name(...base.path)} ${name('t')}${list(joins, sql``)}` : name(...base.path),
    scope,
    taken: base.columns.map(({ name: called, column }) => column ?? called),
    order: base.order === undefined ? null : isJoined ? name('t', base.order) : name(base.order),
  }
}

function tableOf(dataset: string, tables: SqlTables): SqlTable {
  const table = ownValue(tables, dataset)
  if (!table) throw new Error(`No table for the dataset ${dataset}`)
  return table
}

function termOf(
  { name: called, column, type, stored, unit, range }: SqlColumn,
  alias: string | null,
  dialect: Writing['dialect'],
): Term {
  const raw = alias === null ? name(column ?? called) : name(alias, column ?? called)
  switch (type) {
    case 'text':
      return { type, sql: dialect.text.read(raw) }
    case 'date':
      return { type, sql: dialect.moments.readDate(raw) }
    case 'timestamp':
      return { type, sql: dialect.moments.read(raw, stored ?? 'native'), range }
    case 'duration':
      return { type, sql: unit === 'seconds' ? dialect.numbers.real(sql`${raw} * 1000`) : raw }
    default:
      return { type, sql: raw }
  }
}
