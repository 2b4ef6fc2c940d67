import type { Profile } from '../profile.ts'
import { qualityParts, type QualityPartId } from './registry.ts'

/** A defect of the data: where, how much, and the step that repairs it. */
export type QualityFinding = {
  /** The column; null for whole rows. */
  readonly column: string | null
  /** Number of cells, or of rows without a column. */
  readonly count: number
  /** Share of the column's cells, or of all rows. */
  readonly share: number
  readonly sentence: string
  /** The cleaning step that repairs it; null if none does. */
  readonly step: CleaningStepId | null
}

/** Ids of the cleaning steps that findings propose. */
export type CleaningStepId =
  | 'trim'
  | 'unify-case'
  | 'unify-spellings'
  | 'fix-odd'
  | 'remove-duplicates'
  | 'fill-missing'
  | 'cap-outliers'
  | 'remove-columns'

/** Input of a quality part. */
export type QualityInput = {
  readonly profile: Profile
  /** Current time, milliseconds since 1970 UTC; null without a clock. */
  readonly now: number | null
  /** Arrival of the data, milliseconds since 1970 UTC; null if unknown. */
  readonly arrivedAt: number | null
}

/** `score` from 0 (worst) to 1. Null if the part cannot be judged. */
type QualityPartResult = { readonly score: number; readonly findings: readonly QualityFinding[] } | null

export type QualityPart = {
  readonly title: string
  /** Its question, for people. */
  readonly question: string
  readonly judge: (input: QualityInput) => QualityPartResult
}

/** A part of the total: `points` of at most `most`, and the reasons for missing points. */
type QualityPoints = {
  readonly id: QualityPartId
  readonly title: string
  readonly question: string
  readonly points: number
  readonly most: number
  readonly findings: readonly QualityFinding[]
}

/** From 0 to 100: the sum of the parts' points. Points of parts that cannot be judged are distributed to the others. */
export type Quality = { readonly score: number; readonly parts: readonly QualityPoints[] }

const maxFindings = 20

/** Weight of each part. */
const weights: Record<QualityPartId, number> = {
  completeness: 30,
  validity: 25,
  uniqueness: 15,
  consistency: 20,
  freshness: 10,
}

const tenth = (points: number): number => Math.round(points * 10) / 10

/** Full points only without findings. */
const pointsOf = (most: number, { score, findings }: NonNullable<QualityPartResult>): number =>
  findings.length === 0 ? tenth(most * score) : tenth(Math.min(most * score, most - 0.1))

/** The quality score of a profile; profiles of version 1 have fewer parts. */
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
    const sorted = result.findings.toSorted((a, b) => b.share - a.share).slice(0, maxFindings)
    return { id, title, question, points: pointsOf(most, result), most: tenth(most), findings: sorted }
  })
  return { score: tenth(parts.reduce((sum, { points }) => sum + points, 0)), parts }
}
