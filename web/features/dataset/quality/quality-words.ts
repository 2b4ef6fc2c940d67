import type { Quality } from '#core/profile/quality/quality.ts'
import type { CleaningStepId, QualityFinding } from '#core/profile/quality/quality-part.ts'

/** What a cleaning step does, as the label of its link. */
export const stepWords: Record<CleaningStepId, string> = {
  trim: 'take away spaces at the ends',
  'unify-case': 'write upper and lower case in one way',
  'unify-spellings': 'write the same thing in one way',
  'fix-odd': 'settle the cells that do not fit',
  'remove-duplicates': 'remove repeated rows',
  'fill-missing': 'fill empty cells',
  'cap-outliers': 'limit values far from the others',
  'remove-columns': 'leave the column out',
}

const tidy = (points: number): string => String(Math.round(points * 10) / 10)

/** `18 of 20`. */
export const pointsInWords = ({ points, most }: { readonly points: number; readonly most: number }): string =>
  `${tidy(points)} of ${tidy(most)}`

/** The score and its parts as text, for screen readers. */
export const qualityInWords = ({ score, parts }: Quality): string =>
  `${tidy(score)} of 100 points: ${parts.map((part) => `${part.title} ${pointsInWords(part)}`).join(', ')}`

/** Findings, by points lost per part, then by affected cells. */
export const worstFirst = ({ parts }: Quality): readonly QualityFinding[] =>
  parts.toSorted((a, b) => b.most - b.points - (a.most - a.points)).flatMap(({ findings }) => findings)

/** A verdict on a score, in a sentence. */
export function verdictOf({ score, parts }: Quality): string {
  if (parts.length === 0) return 'There are no rows to judge.'
  if (score === 100) return 'Nothing to put right: every part has all of its points.'
  const [weakest] = parts.toSorted((a, b) => a.points / a.most - b.points / b.most)
  return `Most is lost on ${weakest?.title.toLowerCase()}.`
}
