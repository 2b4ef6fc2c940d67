import { columnValues } from '../table/column-values.ts'
import type { Source } from '../table/source.ts'

/** Rows read of each column, rounded up to whole row groups. */
const maxRows = 200_000
/** Minimum overlap, as a share of the smaller set of values; less is chance. */
const minShare = 0.02

type Place = { readonly source: Source; readonly column: string }

async function distinct({ source, column }: Place): Promise<ReadonlySet<string>> {
  const values = await columnValues(source, column, maxRows)
  return new Set(values.filter((value) => value !== null && !Number.isNaN(value)).map(String))
}

/** True if two columns share enough values to match rows by them. */
export async function shareValues(a: Place, b: Place): Promise<boolean> {
  const [left, right] = [await distinct(a), await distinct(b)]
  const [fewer, more] = left.size < right.size ? [left, right] : [right, left]
  let shared = 0
  for (const value of fewer) if (more.has(value)) shared++
  return shared > 0 && shared >= fewer.size * minShare
}
