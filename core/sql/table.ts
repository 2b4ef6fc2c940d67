import type { Field } from '../table/table.ts'
import type { StoredMoment } from './dialects/dialect.ts'

/** Milliseconds since 1970 UTC, both included. */
export type MomentRange = { readonly from: number; readonly to: number }

/** A column of a database's table, as what it means and how it is kept there. */
export type SqlColumn = Field & {
  /** What it is called in the database, where that is not its name. */
  readonly column?: string
  /** How moments are kept; by default as the database's own type without a zone. */
  readonly stored?: StoredMoment
  /** What durations are counted in; by default milliseconds. */
  readonly unit?: 'milliseconds' | 'seconds'
  /** The first and the last of its moments, where they are known: only their offsets from UTC are written. */
  readonly range?: MomentRange
}

/** A table or view of a database. */
export type SqlTable = {
  /** Its name, behind those of its catalog and schema where they are needed. */
  readonly path: readonly string[]
  readonly columns: readonly SqlColumn[]
  /** A column that numbers the rows, where there is one: rows that are listed stand by it. */
  readonly order?: string
}

/** The tables behind a Query's datasets, by dataset. */
export type SqlTables = Readonly<Record<string, SqlTable>>
