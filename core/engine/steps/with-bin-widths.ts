import { type Dimension, nameOfDimension } from '../../query/dimension.ts'
import type { Query } from '../../query/query.ts'
import { ok, type Result } from '../../result.ts'
import { durationStep } from '../../table/duration.ts'
import type { Table } from '../../table/table.ts'
import { roundWidth } from '../keys/bin-key.ts'
import { aside, type Execute, oneByOne } from './execute.ts'

/** Replaces bin counts by bin widths, computed over the range of the rows that pass the filters. */
export async function withBinWidths(query: Query, execute: Execute): Promise<Result<Query>> {
  const dimensions = await oneByOne(query.dimensions, async (dimension): Promise<Result<Dimension>> => {
    if (dimension.bins === undefined) return ok(dimension)
    const range = await execute(rangeQuery(query, dimension.column))
    return range.ok ? ok(withWidth(dimension, dimension.bins, range.value)) : range
  })
  return dimensions.ok ? ok({ ...query, dimensions: dimensions.value }) : dimensions
}

const rangeQuery = (query: Query, column: string): Query =>
  aside(query, {
    dimensions: [],
    measures: [
      { aggregate: 'min', column, as: 'lowest' },
      { aggregate: 'max', column, as: 'highest' },
    ],
    limit: 1,
  })

function withWidth(dimension: Dimension, bins: number, { columns }: Table): Dimension {
  const [min = Number.NaN, max = Number.NaN] = columns.map((column) =>
    column.type === 'text' ? Number.NaN : column.values[0],
  )
  const type = columns[0]?.type
  const binWidth =
    type === 'duration' ? durationStep((max - min) / bins) : roundWidth({ min, max }, bins, type === 'integer')
  const { bins: _, ...rest } = dimension
  return { ...rest, binWidth, as: nameOfDimension(dimension) }
}
