import { isolationScores } from '../stats/isolation-forest.ts'
import type { SampledColumn } from './associations.ts'
import type { SampledRows } from './row-sample.ts'
import type { UnusualRow } from './table-profile.ts'

const maxColumns = 24
const minRows = 20
/** Minimum score of an unusual row; an ordinary row scores about 0.5. */
const minScore = 0.6
const maxShown = 10

function middleOf(values: Float64Array): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort()
  return sorted[sorted.length >> 1] ?? 0
}

/** Replaces null by the column's median, so nulls make no row unusual. */
function filledUp({ values }: SampledColumn): Float64Array {
  if (!values.some(Number.isNaN)) return values
  const middle = middleOf(values)
  return values.map((value) => (Number.isNaN(value) ? middle : value))
}

/** Maximum rows scored of a sample. */
const maxSampled = 4000

/** The rows with the highest isolation forest score over all numeric columns. */
export function unusualRows(columns: readonly SampledColumn[], { rows, isWhole }: SampledRows): UnusualRow[] {
  if (rows.length < minRows) return []
  const scored = isWhole ? rows.length : Math.min(maxSampled, rows.length)
  const scores = isolationScores(columns.slice(0, maxColumns).map((column) => filledUp(column).subarray(0, scored)))
  if (scores === null) return []
  return Array.from(scores, (score, at) => ({ row: rows[at] ?? 0, score }))
    .filter(({ score }) => score >= minScore)
    .sort((a, b) => b.score - a.score || a.row - b.row)
    .slice(0, maxShown)
}
