import type { ColumnFacts } from './column-facts.ts'
import { featureTypes } from './feature-types.ts'
import { trainedTrees } from './trained-trees.ts'
import { traitsOf } from './traits.ts'
import { readTree } from './tree-text.ts'
import { probabilitiesOf, type Tree } from './tree.ts'

let trees: readonly Tree[] | null = null

/** How likely a column is of each feature type, in the order of `featureTypes`, by the trained trees. */
export function likelihoods(facts: ColumnFacts): readonly number[] {
  trees ??= trainedTrees.map(readTree)
  return probabilitiesOf(trees, traitsOf(facts), featureTypes.length)
}
