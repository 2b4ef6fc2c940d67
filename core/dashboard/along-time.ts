import type { Dimension } from '../query/dimension.ts'
import type { SemanticColumn, SemanticModel } from '../semantic/semantic-model.ts'
import type { Grain } from '../semantic/vocabulary.ts'
import { day } from '../table/time-units.ts'

const lengths: Readonly<Record<Grain, number>> = {
  hour: day / 24,
  day,
  week: 7 * day,
  month: 30.4 * day,
  quarter: 91.3 * day,
  year: 365.25 * day,
}
const coarser: Readonly<Record<Grain, Grain | null>> = {
  hour: 'day',
  day: 'week',
  week: 'month',
  month: 'quarter',
  quarter: 'year',
  year: null,
}

/** Fewer points than this are no trend. */
const fewestPoints = 3
/** With fewer rows for each point, the gaps would say more than the values. */
const rowsPerPoint = 2

const pointsAt = (span: number, grain: Grain): number => Math.floor(span / lengths[grain]) + 1

/** The model's grain, or a coarser one where rows are few. */
function grainFor(span: number, { timeGrain, rows }: SemanticModel): Grain {
  let grain: Grain = timeGrain ?? 'month'
  for (let next = coarser[grain]; next && pointsAt(span, grain) * rowsPerPoint > rows; next = coarser[grain])
    grain = next
  return grain
}

/** How to follow time in a dataset; null where there are too few points for a trend. */
export function alongTime(time: SemanticColumn, model: SemanticModel): Dimension | null {
  if (time.distinct < fewestPoints) return null
  // Years written as numbers are cut already.
  if (time.type !== 'date' && time.type !== 'timestamp') return { column: time.name }
  const span = time.range === null ? null : time.range.max - time.range.min
  const grain = span === null ? (model.timeGrain ?? 'month') : grainFor(span, model)
  return span !== null && pointsAt(span, grain) < fewestPoints ? null : { column: time.name, grain }
}
