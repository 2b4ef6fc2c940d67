import type { Query } from '../../query/query.ts'
import { condition } from '../conditions/condition.ts'
import { Namer } from '../namer.ts'
import { isNamed, type Output, type Select, writeStatement } from '../select.ts'
import { name, type Sql } from '../sql.ts'
import type { SqlTables } from '../table.ts'
import { comparable, ordered, type Term, type Writing } from '../term.ts'
import { fromClauseOf } from './from-clause.ts'

/** A Query that lists rows, in its own order or else the table's. */
export function compileListing(query: Query, tables: SqlTables, writing: Writing): Sql {
  const { dialect } = writing
  const { from, scope, taken, order } = fromClauseOf(query, tables, writing)
  const namer = new Namer(dialect)
  const finals = query.columns.map((column) => namer.name(column))
  namer.reserve(taken)
  const where = query.filters.map((filter) => condition(filter, scope, writing))
  const orderBy = (of: (column: string) => Term, last: Sql | null): readonly Sql[] => [
    ...query.sort.map(({ by, direction }) => ordered(of(by), direction === 'descending', dialect)),
    ...(last ? [last] : []),
  ]
  const limit = dialect.limit(query.limit, query.offset)
  const isPlain = query.columns.every((column, at) => isItself(scope(column), finals[at] ?? '', writing))
  if (isPlain && query.joins.length === 0) {
    const columns = query.columns.map((column, at) => ({ sql: scope(column).sql, as: finals[at] ?? '' }))
    return writeStatement([], { columns, from, where, orderBy: orderBy(scope, order), limit })
  }
  const inner = query.columns.map((column) => namer.name(`${column} as read`))
  const place = order ? { sql: order, as: namer.name('place') } : null
  const carried = query.columns.map((column, at): Output => ({ sql: scope(column).sql, as: inner[at] ?? '' }))
  const picked: Select = { columns: [...carried, ...(place ? [place] : [])], from, where }
  const read = (column: string): Term => ({
    type: scope(column).type,
    sql: name(inner[query.columns.indexOf(column)] ?? ''),
  })
  const shown = query.columns.map((column, at): Output => {
    const { sql: value, type } = read(column)
    return { sql: type === 'text' ? dialect.text.show(value) : value, as: finals[at] ?? '' }
  })
  const layer = { name: namer.name('picked'), select: picked }
  const last = { columns: shown, from: name(layer.name), orderBy: orderBy(read, place && name(place.as)), limit }
  return writeStatement([layer], last)
}

/** True if a column is listed unchanged under its own name. */
function isItself(term: Term, final: string, { dialect }: Writing): boolean {
  const shown = term.type === 'text' ? dialect.text.show(term.sql) : term.sql
  return isNamed(shown, final) && (isNamed(comparable(term, dialect), final) || dialect.hasNullsLast)
}
