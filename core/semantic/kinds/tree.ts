/** A decision tree: a threshold on one trait with two subtrees, or scores per class. */
export type Tree =
  | { readonly points: readonly number[] }
  | { readonly trait: number; readonly threshold: number; readonly below: Tree; readonly above: Tree }

/** A tree's scores per class. */
export function pointsOf(tree: Tree, traits: Float64Array): readonly number[] {
  let at = tree
  while (!('points' in at)) at = (traits[at.trait] ?? 0) <= at.threshold ? at.below : at.above
  return at.points
}

/** Class probabilities from the scores of many trees (softmax). */
export function probabilitiesOf(trees: readonly Tree[], traits: Float64Array, classes: number): readonly number[] {
  const sums = Array.from({ length: classes }, () => 0)
  for (const tree of trees)
    for (const [index, point] of pointsOf(tree, traits).entries()) sums[index] = (sums[index] ?? 0) + point
  const most = Math.max(...sums)
  const shares = sums.map((sum) => Math.exp(sum - most))
  const total = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => share / total)
}
