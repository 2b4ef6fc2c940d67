import type { Field, Table } from './table.ts'

/** Footer statistics of one column in one row group; the engine skips groups by them. */
export type ColumnStatistics = {
  readonly min: number | string | null
  readonly max: number | string | null
  readonly nulls: number
}

export type RowGroup = {
  readonly rows: number
  readonly statistics: Readonly<Record<string, ColumnStatistics>>
  /** Stored bytes per column; omitted for tables in memory. */
  readonly stored?: Readonly<Record<string, number>>
}

/**
 * An engine's input: row groups of typed columns; each read loads only the requested columns of one group. Parquet
 * files in R2, files in the browser and tables in memory implement it.
 */
export type Source = {
  readonly fields: readonly Field[]
  readonly rowGroups: readonly RowGroup[]
  readonly read: (rowGroup: number, columns: readonly string[]) => Promise<Table>
}
