import type { KeyCandidate } from '../table-profile.ts'
import type { QualityFinding, QualityPart } from './quality-part.ts'
import { counted, percent } from './words.ts'

function broken({ columns, repeated }: KeyCandidate, rows: number): QualityFinding[] {
  const [column, second] = columns
  if (repeated === 0 || column === undefined || second !== undefined) return []
  const share = repeated / rows
  const sentence = `${column} tells rows apart but for ${counted(repeated, 'row')} that ${repeated === 1 ? 'repeats' : 'repeat'} an earlier value.`
  return [{ column, count: repeated, share, sentence, step: 'remove-duplicates' }]
}

/** Share of rows that are not duplicates, and keys that a few rows break. */
export const uniqueness: QualityPart = {
  title: 'Uniqueness',
  question: 'Does every row stand once?',
  judge: ({ profile: { rows, table } }) => {
    if (rows === 0 || table === undefined) return null
    const { duplicates, keys } = table
    const share = duplicates.rows / rows
    const repeated: QualityFinding = {
      column: null,
      count: duplicates.rows,
      share,
      sentence: `${duplicates.exact ? '' : 'About '}${counted(duplicates.rows, 'row repeats', 'rows repeat')} another in every cell (${percent(share)}).`,
      step: 'remove-duplicates',
    }
    const keyFindings = keys.flatMap((key) => broken(key, rows))
    const lost = Math.max(share, ...keyFindings.map((finding) => finding.share))
    return {
      score: 1 - Math.min(1, Math.sqrt(lost)),
      findings: [...(duplicates.rows > 0 ? [repeated] : []), ...keyFindings],
    }
  },
}
