/** A decision tree: a threshold on one trait with two subtrees, or a class. */
export type Tree =
  | { readonly label: number }
  | { readonly trait: number; readonly threshold: number; readonly below: Tree; readonly above: Tree }

/** The class that a tree votes for. */
export function labelBy(tree: Tree, traits: Float64Array): number {
  let at = tree
  while (!('label' in at)) at = (traits[at.trait] ?? 0) <= at.threshold ? at.below : at.above
  return at.label
}

/** Share of trees that vote for each class. */
export function probabilitiesOf(trees: readonly Tree[], traits: Float64Array, classes: number): readonly number[] {
  const votes = Array.from({ length: classes }, () => 0)
  for (const tree of trees) {
    const label = labelBy(tree, traits)
    votes[label] = (votes[label] ?? 0) + 1
  }
  return votes.map((count) => count / trees.length)
}
