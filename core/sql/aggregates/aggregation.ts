import type { Output } from '../select.ts'
import { list, name, type Sql, sql } from '../sql.ts'
import type { Term, Writing } from '../term.ts'
import type { Namer } from '../namer.ts'

/** Input of an aggregate, within each group. */
export type Aggregation = {
  /** Null when counting rows. */
  readonly term: Term | null
  /** Condition on the rows; null for all rows. */
  readonly passes: Sql | null
  /** The moments that order `first` and `last`. */
  readonly by: Term | null
  readonly quantile: number
  /** The group keys. */
  readonly keys: readonly Sql[]
  readonly places: Places
  readonly writing: Writing
}

/** Writes an aggregate of a GROUP BY. */
export type WriteAggregate = (aggregation: Aggregation) => Sql

/**
 * Window columns that aggregates need per row, by level: first expressions over values, then row numbers within the
 * group over those, and last expressions over row numbers.
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

  /** A column of the values that count, and null for the others. */
  counted(value: Sql, passes: Sql | null): Sql {
    return passes === null ? value : this.add(0, counted(value, passes), 'value')
  }

  isEmpty(): boolean {
    return this.levels.every((level) => level.length === 0)
  }
}

/**
 * OVER the rows of a group. Keys are unique, because DuckDB 1.5 computes other windows over the wrong rows when one
 * repeats.
 */
export function over(keys: readonly Sql[], order: Sql | null = null): Sql {
  const texts = keys.map(({ pieces }) => JSON.stringify(pieces))
  const once = keys.filter((_, at) => texts.indexOf(texts[at] ?? '') === at)
  const partition = once.length === 0 ? [] : [sql`PARTITION BY ${list(once)}`]
  return sql`OVER (${list([...partition, ...(order ? [sql`ORDER BY ${order}`] : [])], sql` `)})`
}

/** The value if the row counts, else null. */
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
