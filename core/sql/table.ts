import type { Field } from '../table/table.ts'
import type { StoredMoment } from './dialects/dialect.ts'

/** Milliseconds since 1970 UTC, both inclusive. */
export type MomentRange = { readonly from: number; readonly to: number }

/** A column of a database table: its meaning and its storage. */
export type SqlColumn = Field & {
  /** Its name in the database, if different. */
  readonly column?: string
  /** Storage of moments; default: the database's type without a zone. */
  readonly stored?: StoredMoment
  /** Unit of durations; default: milliseconds. */
  readonly unit?: 'milliseconds' | 'seconds'
  /** First and last moment, if known; limits the zone offsets that the SQL lists. */
  readonly range?: MomentRange
}

/** A table or view of a database. */
export type SqlTable = {
  /** Its name, qualified by catalog and schema where needed. */
  readonly path: readonly string[]
  readonly columns: readonly SqlColumn[]
  /** A column of row numbers, if any; listed rows are ordered by it. */
  readonly order?: string
}

/** The table behind each dataset of a Query. */
export type SqlTables = Readonly<Record<string, SqlTable>>
