import type { ColumnProfile } from '../profile.ts'
import type { QualityFinding, QualityPart } from './quality.ts'
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

/** The share of cells that hold something, over all columns. */
export const completeness: QualityPart = {
  title: 'Completeness',
  question: 'Is there a value in every cell?',
  judge: ({ profile: { columns, rows } }) => {
    if (rows === 0 || columns.length === 0) return null
    return {
      score: meanOf(columns.map(({ nulls }) => 1 - nulls / rows)),
      findings: columns.flatMap((column) => missingIn(column, rows)),
    }
  },
}
