import type { Output } from '../select.ts'
import { list, name, type Sql, sql } from '../sql.ts'
import type { Term, Writing } from '../term.ts'
import type { Namer } from '../namer.ts'

/** What an aggregate is computed of, within each group. */
export type Aggregation = {
  /** Null where rows are counted. */
  readonly term: Term | null
  /** Which rows count; null where all do. */
  readonly passes: Sql | null
  /** The moments by which the first and the last are told. */
  readonly by: Term | null
  readonly quantile: number
  /** What the groups are told apart by. */
  readonly keys: readonly Sql[]
  readonly places: Places
  readonly writing: Writing
}

/** An aggregate as SQL beside GROUP BY. */
export type WriteAggregate = (aggregation: Aggregation) => Sql

/**
 * What must be known of each row before the groups are made: first values, then places among the rows of the group,
 * which speak of the values, and last what speaks of such places.
 */
export class Places {
  readonly levels: readonly [Output[], Output[], Output[]] = [[], [], []]
  readonly #namer: Namer

  constructor(namer: Namer) {
    this.#namer = namer
  }

  add(level: 0 | 1 | 2, written: Sql, wanted: string): Sql {
    const as = this.#namer.name(wanted)
    this.levels[level].push({ sql: written, as })
    return name(as)
  }

  /** The values that count, and null for the others, as a column. */
  counted(value: Sql, passes: Sql | null): Sql {
    return passes === null ? value : this.add(0, counted(value, passes), 'value')
  }

  isEmpty(): boolean {
    return this.levels.every((level) => level.length === 0)
  }
}

/**
 * OVER the rows of the same group. No key stands twice: DuckDB 1.5 then computes other windows beside it over the wrong
 * rows.
 */
export function over(keys: readonly Sql[], order: Sql | null = null): Sql {
  const texts = keys.map(({ pieces }) => JSON.stringify(pieces))
  const once = keys.filter((_, at) => texts.indexOf(texts[at] ?? '') === at)
  const partition = once.length === 0 ? [] : [sql`PARTITION BY ${list(once)}`]
  return sql`OVER (${list([...partition, ...(order ? [sql`ORDER BY ${order}`] : [])], sql` `)})`
}

/** The values that count, and null for the others. */
const counted = (value: Sql, passes: Sql | null): Sql =>
  passes === null ? value : sql`CASE WHEN ${passes} THEN ${value} END`

export function termOf({ term }: Aggregation): Term {
  if (!term) throw new Error('An aggregate of which column?')
  return term
}

/** An aggregate over the rows that count. */
export function filtered(write: (value: Sql) => Sql, value: Sql, { passes, writing }: Aggregation): Sql {
  if (passes === null) return write(value)
  return writing.dialect.aggregates.hasFilter
    ? sql`${write(value)} FILTER (WHERE ${passes})`
    : write(counted(value, passes))
}
