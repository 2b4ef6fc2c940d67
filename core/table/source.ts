import type { Field, Table } from './table.ts'

/** What is known of one column in one row group before reading it; enough to skip the group. */
export type ColumnStatistics = {
  readonly min: number | string | null
  readonly max: number | string | null
  readonly nulls: number
}

export type RowGroup = {
  readonly rows: number
  readonly statistics: Readonly<Record<string, ColumnStatistics>>
  /** How many bytes each column takes where it is stored; left out where it is in memory already. */
  readonly stored?: Readonly<Record<string, number>>
}

/**
 * Where an engine reads from: row groups of typed columns, each read alone, only the columns asked for.
 * A Parquet file in R2, a file in the browser and a table in memory all look like this.
 */
export type Source = {
  readonly fields: readonly Field[]
  readonly rowGroups: readonly RowGroup[]
  readonly read: (rowGroup: number, columns: readonly string[]) => Promise<Table>
}
