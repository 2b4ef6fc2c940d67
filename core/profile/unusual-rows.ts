import { isolationScores } from '../stats/isolation-forest.ts'
import type { SampledColumn } from './associations.ts'
import type { SampledRows } from './row-sample.ts'
import type { UnusualRow } from './table-profile.ts'

const mostColumns = 24
const fewestRows = 20
/** An ordinary row scores about 0.5. */
const leastScore = 0.6
const mostShown = 10

function middleOf(values: Float64Array): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort()
  return sorted[sorted.length >> 1] ?? 0
}

/** Nulls as the column's middle: they make no row unusual. */
function filledUp({ values }: SampledColumn): Float64Array {
  if (!values.some(Number.isNaN)) return values
  const middle = middleOf(values)
  return values.map((value) => (Number.isNaN(value) ? middle : value))
}

/** Of a sample, so many rows are enough to show what is unusual. */
const mostSampled = 4000

/** The rows that an isolation forest over all numeric columns finds most alone. */
export function unusualRows(columns: readonly SampledColumn[], { rows, isWhole }: SampledRows): UnusualRow[] {
  if (rows.length < fewestRows) return []
  const scored = isWhole ? rows.length : Math.min(mostSampled, rows.length)
  const scores = isolationScores(columns.slice(0, mostColumns).map((column) => filledUp(column).subarray(0, scored)))
  if (scores === null) return []
  return Array.from(scores, (score, at) => ({ row: rows[at] ?? 0, score }))
    .filter(({ score }) => score >= leastScore)
    .sort((a, b) => b.score - a.score || a.row - b.row)
    .slice(0, mostShown)
}
