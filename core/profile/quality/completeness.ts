import type { ColumnProfile } from '../profile.ts'
import type { QualityFinding, QualityPart } from './quality-part.ts'
import { counted, meanOf, percent } from './words.ts'

function missingIn(column: ColumnProfile, rows: number): QualityFinding[] {
  const { name, nulls } = column
  if (nulls === 0) return []
  const share = nulls / rows
  const sentence =
    nulls === rows
      ? `${name} is empty in every row.`
      : `${name} has no value in ${counted(nulls, 'row')} (${percent(share)}).`
  return [{ column: name, count: nulls, share, sentence, step: nulls === rows ? 'remove-columns' : 'fill-missing' }]
}

/** Weight of the emptiest column, so that one mostly empty column lowers the score of any table. */
const worstCounts = 0.5

/** Share of filled cells: over all columns, or weighted to the emptiest one if that is lower. */
export const completeness: QualityPart = {
  title: 'Completeness',
  question: 'Is there a value in every cell?',
  judge: ({ profile: { columns, rows } }) => {
    if (rows === 0 || columns.length === 0) return null
    const filled = columns.map(({ nulls }) => 1 - nulls / rows)
    const emptiest = filled.reduce((least, share) => Math.min(least, share), 1)
    return {
      score: Math.min(meanOf(filled), 1 - worstCounts * (1 - emptiest)),
      findings: columns.flatMap((column) => missingIn(column, rows)),
    }
  },
}
