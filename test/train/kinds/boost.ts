import { type Tree, pointsOf } from '#core/semantic/kinds/tree.ts'
import type { Random } from '../../support/random.ts'
import { type Gradients, growTree, type TreeSettings } from './grow-tree.ts'
import { binned } from './histogram-bins.ts'

/** A column to learn from. */
export type Example = { readonly traits: Float64Array; readonly label: number; readonly weight: number }

export type BoostSettings = TreeSettings & {
  readonly trees: number
  readonly classes: number
  /** The share of examples that each tree sees. */
  readonly seen: number
}

function gradientsOf(examples: readonly Example[], sums: Float64Array, classes: number): Gradients {
  const slopes = new Float64Array(sums.length)
  const curves = new Float64Array(sums.length)
  for (const [row, { label, weight }] of examples.entries()) {
    const own = sums.subarray(row * classes, (row + 1) * classes)
    const most = Math.max(...own)
    const total = own.reduce((sum, each) => sum + Math.exp(each - most), 0)
    for (let at = 0; at < classes; at++) {
      const probability = Math.exp((own[at] ?? 0) - most) / total
      slopes[row * classes + at] = weight * (probability - Number(at === label))
      curves[row * classes + at] = weight * Math.max(1e-4, probability * (1 - probability))
    }
  }
  return { slopes, curves, classes }
}

/** Fits trees one after another, each to what those before it got wrong: softmax loss, points for all classes in one leaf. */
export function boost(examples: readonly Example[], settings: BoostSettings, random: Random): readonly Tree[] {
  const { classes } = settings
  const data = binned(examples.map(({ traits }) => traits))
  const sums = new Float64Array(examples.length * classes)
  const trees: Tree[] = []
  for (let round = 0; round < settings.trees; round++) {
    const gradients = gradientsOf(examples, sums, classes)
    const rows = Uint32Array.from(examples.keys()).filter(() => random.chance(settings.seen))
    const tree = growTree({ data, gradients, settings }, rows, random)
    trees.push(tree)
    for (const [row, { traits }] of examples.entries())
      for (const [at, point] of pointsOf(tree, traits).entries())
        sums[row * classes + at] = (sums[row * classes + at] ?? 0) + point
  }
  return trees
}
