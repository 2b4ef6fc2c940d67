import type { ColumnFacts } from './kinds/column-facts.ts'
import { type FeatureType, featureTypes } from './kinds/feature-types.ts'
import { likelihoods } from './kinds/likelihoods.ts'

/** The feature type that the file's notation determines; null if the values must decide. */
function settledType({ type, distinct, unit, isGrouped }: ColumnFacts): FeatureType | null {
  if (distinct <= 1) return 'not-generalizable'
  if (unit !== null || isGrouped) return 'embedded-number'
  if (type === 'boolean') return 'categorical'
  return type === 'text' || type === 'integer' || type === 'decimal' ? null : 'datetime'
}

/** The feature type of a column, from given probabilities. */
export function featureTypeBy(probabilities: readonly number[], facts: ColumnFacts): FeatureType {
  const likeliest = probabilities.indexOf(Math.max(...probabilities))
  return settledType(facts) ?? featureTypes[likeliest] ?? 'context-specific'
}

/** The feature type of a column. */
export const featureTypeOf = (facts: ColumnFacts): FeatureType => featureTypeBy(likelihoods(facts), facts)
