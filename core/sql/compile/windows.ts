import type { Measure } from '../../query/measure.ts'
import { constant, list, type Sql, sql } from '../sql.ts'
import { ordered, type Term, type Writing } from '../term.ts'

/** A window's partition (the other dimensions) and its order. */
export type Line = { readonly partition: readonly Sql[]; readonly along: Sql | null }

/** A measure in its window; a rank is among all groups. */
export function windowOf(value: Term, asked: NonNullable<Measure['over']>, line: Line, { dialect }: Writing): Sql {
  switch (asked.window) {
    case 'runningTotal':
      return sql`SUM(${value.sql}) ${overLine(line, sql`UNBOUNDED`)}`
    case 'movingAverage':
      return sql`AVG(${dialect.numbers.real(value.sql)}) ${overLine(line, constant(asked.groups - 1))}`
    case 'rank': {
      const order = ordered(value, asked.direction === 'descending', dialect)
      return sql`CASE WHEN ${value.sql} IS NOT NULL THEN RANK() OVER (ORDER BY ${order}) END`
    }
  }
}

function overLine({ partition, along }: Line, preceding: Sql): Sql {
  if (along === null) return sql`OVER ()`
  const parts = [
    ...(partition.length > 0 ? [sql`PARTITION BY ${list(partition)}`] : []),
    sql`ORDER BY ${along}`,
    sql`ROWS BETWEEN ${preceding} PRECEDING AND CURRENT ROW`,
  ]
  return sql`OVER (${list(parts, sql` `)})`
}
