import type { Zone } from '../../query/calendar/zone.ts'
import type { Expression } from '../../semantic/formula/expression.ts'
import type { OperationId } from '../../semantic/formula/functions/registry.ts'
import type { ColumnType } from '../../table/table.ts'
import type { Dialect } from '../dialects/dialect.ts'
import { list, Sql, sql, value } from '../sql.ts'
import { ownOf } from './dialects/registry.ts'
import { millisecondsOf, timestampOf } from './moments.ts'
import { castOperations } from './operations/casts.ts'
import { dateOperations } from './operations/dates.ts'
import { logicOperations } from './operations/logic.ts'
import { numberOperations } from './operations/numbers.ts'
import { textOperations } from './operations/texts.ts'
import { type Argument, argument, type Writer, type Writing, type Written } from './written.ts'

/** The writer of each operation. */
const operations = {
  ...numberOperations,
  ...logicOperations,
  ...textOperations,
  ...dateOperations,
  ...castOperations,
} as const satisfies Record<OperationId, Writer>

export type FormulaTarget = {
  readonly dialect: Dialect
  readonly zone: Zone
  /**
   * A column as SQL: text as `dialect.text.read` returns it, timestamps in UTC without a zone, durations in
   * milliseconds.
   */
  readonly column: (name: string) => { readonly sql: Sql; readonly type: ColumnType }
}

/** Compiles an expression to SQL of one value per row, in the expression's type. Does not support aggregates. */
export function writeFormula(expression: Expression, { dialect, zone, column }: FormulaTarget): Sql {
  const writing: Writing = { dialect, own: ownOf(dialect), zone, column }
  const { value: settled } = argument(expression, write(expression, writing), writing)
  return expression.type === 'timestamp' ? timestampOf(settled, writing) : settled
}

/** These operations handle null arguments; all others return null for one. */
const takesNull: ReadonlySet<OperationId> = new Set(['and', 'or', 'isNull', 'coalesce', 'least', 'greatest', 'nullif'])

const nothing: Written = { sql: sql`NULL` }

function write(expression: Expression, writing: Writing): Written {
  switch (expression.kind) {
    case 'literal':
      return { sql: literal(expression, writing) }
    case 'column':
      return { sql: columnSql(expression.name, writing) }
    case 'case':
      return writeCase(expression, writing)
    case 'operation': {
      const { operation, arguments: given } = expression
      if (expression.type === 'null') return nothing
      if (given.some(({ type }) => type === 'null') && !takesNull.has(operation)) return nothing
      const parts = given.map((one) => argument(one, write(one, writing), writing))
      const written: Sql | Written = operations[operation](parts, writing)
      return written instanceof Sql ? { sql: written } : written
    }
    case 'aggregate':
      throw new Error('An aggregate has no value in a row')
  }
}

function literal({ type, value: of }: Extract<Expression, { kind: 'literal' }>, { dialect }: Writing): Sql {
  if (of === null) return sql`NULL`
  if (type === 'date') return value(of, 'date')
  return typeof of === 'string' ? dialect.text.read(value(of, 'text')) : value(of)
}

/** Converts a column for formulas: numbers to 64-bit floats, timestamps to milliseconds. */
function columnSql(name: string, writing: Writing): Sql {
  const { sql: column, type } = writing.column(name)
  if (type === 'timestamp') return millisecondsOf(column, writing)
  return type === 'integer' || type === 'decimal' || type === 'duration' ? writing.dialect.numbers.real(column) : column
}

function writeCase(expression: Extract<Expression, { kind: 'case' }>, writing: Writing): Written {
  const part = (of: Expression): Argument => argument(of, write(of, writing), writing)
  const branches = expression.branches.map(
    ({ when, gives }) => sql`WHEN ${part(when).condition} THEN ${part(gives).value}`,
  )
  return { sql: sql`CASE ${list(branches, sql` `)} ELSE ${part(expression.otherwise).value} END` }
}
