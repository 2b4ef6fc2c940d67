import type { ColumnFacts } from './column-facts.ts'
import { featureTypes } from './feature-types.ts'
import { trainedTrees } from './trained-trees.ts'
import { traitsOf } from './traits.ts'
import { readTree } from './tree-text.ts'
import { probabilitiesOf, type Tree } from './tree.ts'

let trees: readonly Tree[] | null = null

/** Probability of each feature type by the trained trees, in the order of `featureTypes`. */
export function likelihoods(facts: ColumnFacts): readonly number[] {
  trees ??= trainedTrees.map(readTree)
  return probabilitiesOf(trees, traitsOf(facts), featureTypes.length)
}
