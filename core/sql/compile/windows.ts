import type { Measure } from '../../query/measure.ts'
import { constant, list, type Sql, sql } from '../sql.ts'
import { ordered, type Term, type Writing } from '../term.ts'

/** Groups in a row: those of the other dimensions apart, along one of them. */
export type Line = {
  readonly partition: readonly Sql[]
  readonly along: Sql | null
  /** The dimensions whose groups are ranked apart. */
  readonly ranked: readonly Sql[]
}

/** A measure's value seen along its line; a rank, among all groups or those that agree in some dimensions. */
export function windowOf(value: Term, asked: NonNullable<Measure['over']>, line: Line, { dialect }: Writing): Sql {
  const { ranked } = line
  switch (asked.window) {
    case 'runningTotal':
      return sql`SUM(${value.sql}) ${overLine(line, sql`UNBOUNDED`)}`
    case 'movingAverage':
      return sql`AVG(${dialect.numbers.real(value.sql)}) ${overLine(line, constant(asked.groups - 1))}`
    case 'rank': {
      const order = ordered(value, asked.direction === 'descending', dialect)
      const partition = ranked.length > 0 ? sql`PARTITION BY ${list(ranked)} ` : sql``
      return sql`CASE WHEN ${value.sql} IS NOT NULL THEN RANK() OVER (${partition}ORDER BY ${order}) END`
    }
  }
}

function overLine({ partition, along }: Pick<Line, 'partition' | 'along'>, preceding: Sql): Sql {
  if (along === null) return sql`OVER ()`
  const parts = [
    ...(partition.length > 0 ? [sql`PARTITION BY ${list(partition)}`] : []),
    sql`ORDER BY ${along}`,
    sql`ROWS BETWEEN ${preceding} PRECEDING AND CURRENT ROW`,
  ]
  return sql`OVER (${list(parts, sql` `)})`
}
