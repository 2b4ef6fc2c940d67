import { labelOfDimension } from '../charts/labels.ts'
import type { Dimension } from '../query/dimension.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'

/** Names a drill-down dimension: `month`, `Product`. */
export function drillText({ grain, bins, ...dimension }: Dimension, model: SemanticModel): string {
  if (grain) return `by ${grain}`
  const label = labelOfDimension(dimension, model)
  return bins === undefined ? `by ${label}` : `in smaller ranges of ${label}`
}
