import type { Profile } from '../profile.ts'
import { qualityParts, type QualityPartId } from './registry.ts'

/** Something that makes data worse, where, how much of it, and what would put it right. */
export type QualityFinding = {
  /** The column; null where it is of whole rows. */
  readonly column: string | null
  /** How many cells, or rows where there is no column. */
  readonly count: number
  /** Of all cells of the column, or all rows. */
  readonly share: number
  readonly sentence: string
  /** The cleaning step that would put it right; null where none would. */
  readonly step: CleaningStepId | null
}

/** Cleaning steps that findings propose, by their ids. */
export type CleaningStepId =
  | 'trim'
  | 'unify-case'
  | 'unify-spellings'
  | 'fix-odd'
  | 'remove-duplicates'
  | 'fill-missing'
  | 'cap-outliers'
  | 'remove-columns'

/** What a part looks at: a profile, and the moment at which the question is asked. */
export type QualityInput = {
  readonly profile: Profile
  /** Milliseconds since 1970 UTC; null where the caller has no clock. */
  readonly now: number | null
  /** When the data came, in the same measure; null where that is not known. */
  readonly arrivedAt: number | null
}

/** What one part found: from 0, nothing as it should be, to 1. Null where it cannot be judged. */
type QualityPartResult = { readonly score: number; readonly findings: readonly QualityFinding[] } | null

export type QualityPart = {
  readonly title: string
  /** What it asks, in a sentence. */
  readonly question: string
  readonly judge: (input: QualityInput) => QualityPartResult
}

/** A part of the score: `points` of at most `most`, and why points are missing. */
type QualityPoints = {
  readonly id: QualityPartId
  readonly title: string
  readonly question: string
  readonly points: number
  readonly most: number
  readonly findings: readonly QualityFinding[]
}

/** From 0 to 100: exactly the sum of its parts' points. Parts that cannot be judged leave their points to the others. */
export type Quality = { readonly score: number; readonly parts: readonly QualityPoints[] }

const mostFindings = 20

/** How much each part counts. */
const weights: Record<QualityPartId, number> = {
  completeness: 30,
  validity: 25,
  uniqueness: 15,
  consistency: 20,
  freshness: 10,
}

const tenth = (points: number): number => Math.round(points * 10) / 10

/** All points only where nothing is told. */
const pointsOf = (most: number, { score, findings }: NonNullable<QualityPartResult>): number =>
  findings.length === 0 ? tenth(most * score) : tenth(Math.min(most * score, most - 0.1))

/** How good the data of a profile is; of profiles of version 1, what they tell. */
export function qualityOf(input: QualityInput): Quality {
  const ids = Object.keys(qualityParts) as QualityPartId[]
  const judged = ids.flatMap((id) => {
    const result = qualityParts[id].judge(input)
    return result === null ? [] : [{ id, result }]
  })
  const total = judged.reduce((sum, { id }) => sum + weights[id], 0)
  const parts = judged.map(({ id, result }) => {
    const most = (100 * weights[id]) / total
    const { title, question } = qualityParts[id]
    const sorted = result.findings.toSorted((a, b) => b.share - a.share).slice(0, mostFindings)
    return { id, title, question, points: pointsOf(most, result), most: tenth(most), findings: sorted }
  })
  return { score: tenth(parts.reduce((sum, { points }) => sum + points, 0)), parts }
}
