import type { QualityFinding, QualityInput, QualityPartResult } from './quality-part.ts'
import { qualityParts, type QualityPartId } from './registry.ts'

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
