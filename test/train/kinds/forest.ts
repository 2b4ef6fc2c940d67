import { writableThreshold } from '#core/semantic/kinds/tree-text.ts'
import type { Tree } from '#core/semantic/kinds/tree.ts'
import type { Random } from '../../support/random.ts'

/** A column to learn from. */
export type Example = { readonly traits: Float64Array; readonly label: number; readonly weight: number }

export type ForestSettings = {
  readonly trees: number
  readonly classes: number
  /** How many traits are tried at every split. */
  readonly tried: number
}

type Split = { readonly trait: number; readonly threshold: number; readonly impurity: number }

/** Weight of each class among examples. */
function weightsOf(examples: readonly Example[], classes: number): Float64Array {
  const weights = new Float64Array(classes)
  for (const { label, weight } of examples) weights[label] = (weights[label] ?? 0) + weight
  return weights
}

/** Gini impurity times weight. */
function impurityOf(weights: Float64Array): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return total === 0 ? 0 : total - weights.reduce((sum, weight) => sum + weight ** 2, 0) / total
}

/** A trait cut at a threshold drawn between its least and greatest value; null if it is the same throughout. */
function splitOn(examples: readonly Example[], trait: number, classes: number, random: Random): Split | null {
  let [least, greatest] = [Infinity, -Infinity]
  for (const { traits } of examples) {
    const value = traits[trait] ?? 0
    if (value < least) least = value
    if (value > greatest) greatest = value
  }
  const threshold = writableThreshold(least + random.next() * (greatest - least))
  if (threshold < least || threshold >= greatest) return null
  const [below, above] = [new Float64Array(classes), new Float64Array(classes)]
  for (const { traits, label, weight } of examples) {
    const side = (traits[trait] ?? 0) <= threshold ? below : above
    side[label] = (side[label] ?? 0) + weight
  }
  return { trait, threshold, impurity: impurityOf(below) + impurityOf(above) }
}

/** The numbers below a limit in random order, drawn one by one. */
function* shuffled(limit: number, random: Random): Iterable<number> {
  const left = Uint16Array.from({ length: limit }, (_, index) => index)
  for (let end = limit; end > 0; end--) {
    const at = random.below(end)
    const drawn = left[at] ?? 0
    left[at] = left[end - 1] ?? 0
    yield drawn
  }
}

/** The best of a few random splits; traits that cannot be cut are not counted among those tried. */
function bestSplit(examples: readonly Example[], { classes, tried }: ForestSettings, random: Random): Split | null {
  let [best, count]: [Split | null, number] = [null, 0]
  for (const trait of shuffled(examples[0]?.traits.length ?? 0, random)) {
    const split = splitOn(examples, trait, classes, random)
    if (split === null) continue
    if (best === null || split.impurity < best.impurity) best = split
    if (++count >= tried) break
  }
  return best
}

function growTree(examples: readonly Example[], settings: ForestSettings, random: Random): Tree {
  const weights = weightsOf(examples, settings.classes)
  const most: Tree = { label: weights.indexOf(Math.max(...weights)) }
  const isPure = weights.filter((weight) => weight > 0).length === 1
  const split = isPure ? null : bestSplit(examples, settings, random)
  if (split === null) return most
  const { trait, threshold } = split
  const isBelow = ({ traits }: Example): boolean => (traits[trait] ?? 0) <= threshold
  const below = growTree(examples.filter(isBelow), settings, random)
  const above = growTree(
    examples.filter((example) => !isBelow(example)),
    settings,
    random,
  )
  return 'label' in below && 'label' in above && below.label === above.label
    ? below
    : { trait, threshold, below, above }
}

/** Extremely randomised trees (Geurts, Ernst and Wehenkel 2006): each sees all examples and cuts at random thresholds. */
export const growForest = (examples: readonly Example[], settings: ForestSettings, random: Random): readonly Tree[] =>
  Array.from({ length: settings.trees }, () => growTree(examples, settings, random))
