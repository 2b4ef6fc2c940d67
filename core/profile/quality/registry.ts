import { completeness } from './completeness.ts'
import { consistency } from './consistency.ts'
import { freshness } from './freshness.ts'
import type { QualityPart } from './quality-part.ts'
import { uniqueness } from './uniqueness.ts'
import { validity } from './validity.ts'

/** Parts of the quality score, in display order. */
export const qualityParts = { completeness, validity, uniqueness, consistency, freshness } satisfies Record<
  string,
  QualityPart
>

export type QualityPartId = keyof typeof qualityParts
