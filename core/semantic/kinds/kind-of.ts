import type { ColumnFacts } from './column-facts.ts'
import { likelihoods } from './likelihoods.ts'
import { unnamedMeasure } from './counting.ts'
import { surestKind, type ToldKind } from './registry.ts'
import { featureTypes } from './feature-types.ts'

/** How likely it is that the numbers of a column measure something. */
export function measuredBy(probabilities: readonly number[]): number {
  const of = (type: (typeof featureTypes)[number]): number => probabilities[featureTypes.indexOf(type)] ?? 0
  return of('numeric') + of('embedded-number')
}

/** Is a measure likely enough to be added up? At one half, the total of a column of nights was refused. */
export const isMeasured = (probability: number): boolean => probability >= 0.2

/** Is it a number that neither its name nor its values explain? */
export const isUnexplained = ({ kind, confidence }: ToldKind): boolean =>
  kind === 'measure' && confidence <= unnamedMeasure

/** Known values below which numbers that differ from one another say little: ten measured amounts differ as ten ids do. */
const fewValues = 100

/**
 * What a column is. A detector that knows a kind by its values or its name decides; numbers that none explains are
 * a measure only where the trained trees find that likely enough, for a code that is added up is the costliest error. Of few
 * values the trees say too little.
 */
export function kindOf(facts: ColumnFacts): ToldKind {
  const surest = surestKind(facts)
  if (!isUnexplained(surest) || facts.known < fewValues) return surest
  const measured = measuredBy(likelihoods(facts))
  return isMeasured(measured)
    ? { kind: 'measure', confidence: Math.max(surest.confidence, measured) }
    : { kind: 'ordinal', confidence: 1 - measured }
}
