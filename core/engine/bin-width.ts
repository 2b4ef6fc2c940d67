import { columnStatistics } from '../table/column-statistics.ts'
import type { ColumnStatistics, Source } from '../table/source.ts'
import type { Dimension } from '../query/dimension.ts'
import type { Query } from '../query/query.ts'
import { durationStep } from '../table/duration.ts'
import { roundWidth } from './keys/bin-key.ts'
import { scan } from './scan.ts'

type Range = { readonly min: number; readonly max: number }
type Asked = { readonly query: Query; readonly source: Source; readonly signal: AbortSignal | undefined }

/** The width of a dimension's bins over the rows that pass the Query's filters; null where it has none. */
export async function binWidthOf({ column, bins }: Dimension, asked: Asked): Promise<number | null> {
  if (bins === undefined) return null
  const known = asked.query.filters.length === 0 ? knownRange(column, asked.source) : null
  const range = known ?? (await scannedRange(column, asked))
  const type = asked.source.fields.find(({ name }) => name === column)?.type
  return type === 'duration'
    ? durationStep((range.max - range.min) / bins)
    : roundWidth(range, bins, type === 'integer')
}

/** From statistics alone, where every row group has them. */
function knownRange(column: string, { rowGroups }: Source): Range | null {
  const statistics = rowGroups.map((group) => group.statistics[column])
  return statistics.every((known) => known !== undefined) ? joined(statistics) : null
}

async function scannedRange(column: string, { query, source, signal }: Asked): Promise<Range> {
  const found: ColumnStatistics[] = []
  for await (const { table } of scan({ source, filters: query.filters, columns: [column], signal })) {
    found.push(...table.columns.map(columnStatistics))
  }
  return joined(found)
}

function joined(statistics: readonly ColumnStatistics[]): Range {
  const bounds = statistics.flatMap(({ min, max }) =>
    typeof min === 'number' && typeof max === 'number' ? [{ min, max }] : [],
  )
  return bounds.reduce<Range>(
    (range, { min, max }) => ({ min: Math.min(range.min, min), max: Math.max(range.max, max) }),
    { min: Number.POSITIVE_INFINITY, max: Number.NEGATIVE_INFINITY },
  )
}
