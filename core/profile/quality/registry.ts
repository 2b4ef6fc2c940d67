import { completeness } from './completeness.ts'
import { consistency } from './consistency.ts'
import { freshness } from './freshness.ts'
import type { QualityPart } from './quality.ts'
import { uniqueness } from './uniqueness.ts'
import { validity } from './validity.ts'

/** The parts of the quality score, in the order people read them. */
export const qualityParts = { completeness, validity, uniqueness, consistency, freshness } satisfies Record<
  string,
  QualityPart
>

export type QualityPartId = keyof typeof qualityParts
