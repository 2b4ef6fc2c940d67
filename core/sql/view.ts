import type { Field } from '../table/table.ts'
import type { MomentRange, SqlTable } from './table.ts'
import { ownValue } from '../own-value.ts'

/**
 * A dataset's Parquet file as a DuckDB view of the same name. Durations become seconds. With known first and last
 * moments (from the profile), the SQL lists only the zone offsets between them.
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
