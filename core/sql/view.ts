import type { Field } from '../table/table.ts'
import type { MomentRange, SqlTable } from './table.ts'
import { ownValue } from '../own-value.ts'

/**
 * A dataset's Parquet file as DuckDB shows it: a view of its own name. Durations are seconds there. Where the first and
 * last moments of columns are known, by the profile, what is written of a time zone is short.
 */
export const viewOf = (
  name: string,
  fields: readonly Field[],
  ranges: Readonly<Record<string, MomentRange>> = {},
): SqlTable => ({
  path: [name],
  columns: fields.map((field) => {
    const range = ownValue(ranges, field.name)
    return { ...field, unit: 'seconds', ...(range && { range }) }
  }),
})
