import type { Tree } from '#core/semantic/kinds/tree.ts'
import type { Random } from '../../support/random.ts'
import type { Binned } from './histogram-bins.ts'

/** For every row and class: the slope and the curvature of the loss. */
export type Gradients = Sums & { readonly classes: number }

export type TreeSettings = {
  readonly leaves: number
  readonly fewestRows: number
  /** Points are drawn to zero by so much; more is more careful. */
  readonly shrinkage: number
  readonly rate: number
  /** The share of traits that a tree may ask of. */
  readonly traits: number
}

type Split = { readonly trait: number; readonly bin: number; readonly gain: number }
type Leaf = { readonly rows: Uint32Array; readonly split: Split | null }

/** Slopes and curvatures of a group of rows, by class. */
type Sums = { readonly slopes: Float64Array; readonly curves: Float64Array }

const noSums = (length: number): Sums => ({ slopes: new Float64Array(length), curves: new Float64Array(length) })

/** Adds one group of `gradients` to one group of `sums`; a group is as many numbers as there are classes. */
function add(sums: Sums, gradients: Gradients, groups: { readonly to: number; readonly from: number }): void {
  const { slopes, curves, classes } = gradients
  const [to, from] = [groups.to * classes, groups.from * classes]
  for (let at = 0; at < classes; at++) {
    sums.slopes[to + at] = (sums.slopes[to + at] ?? 0) + (slopes[from + at] ?? 0)
    sums.curves[to + at] = (sums.curves[to + at] ?? 0) + (curves[from + at] ?? 0)
  }
}

const without = (all: Sums, some: Sums): Sums => ({
  slopes: all.slopes.map((slope, at) => slope - (some.slopes[at] ?? 0)),
  curves: all.curves.map((curve, at) => curve - (some.curves[at] ?? 0)),
})

/** How much a group of rows can lower the loss by points of its own. */
const worth = ({ slopes, curves }: Sums, shrinkage: number): number =>
  slopes.reduce((sum, slope, at) => sum + slope ** 2 / ((curves[at] ?? 0) + shrinkage), 0)

type Growth = { readonly data: Binned; readonly gradients: Gradients; readonly settings: TreeSettings }

function sumsOf({ gradients }: Growth, rows: Uint32Array): Sums {
  const sums = noSums(gradients.classes)
  for (const row of rows) add(sums, gradients, { to: 0, from: row })
  return sums
}

/** Sums of each bin of a trait, one after another, and how many rows it has. */
function histogramOf(
  { data, gradients }: Growth,
  trait: number,
  rows: Uint32Array,
): { sums: Sums; sizes: Uint32Array } {
  const count = (data.thresholds[trait]?.length ?? 0) + 1
  const bins = data.bins[trait] ?? new Uint8Array()
  const sums = noSums(count * gradients.classes)
  const sizes = new Uint32Array(count)
  for (const row of rows) {
    const bin = bins[row] ?? 0
    sizes[bin] = (sizes[bin] ?? 0) + 1
    add(sums, gradients, { to: bin, from: row })
  }
  return { sums, sizes }
}

function splitOn(growth: Growth, trait: number, rows: Uint32Array): Split | null {
  const { fewestRows, shrinkage } = growth.settings
  const { sums, sizes } = histogramOf(growth, trait, rows)
  const total = sumsOf(growth, rows)
  const before = worth(total, shrinkage)
  const below = noSums(growth.gradients.classes)
  let [best, count]: [Split | null, number] = [null, 0]
  for (let bin = 0; bin < sizes.length - 1; bin++) {
    count += sizes[bin] ?? 0
    add(below, { ...sums, classes: growth.gradients.classes }, { to: 0, from: bin })
    if (count < fewestRows || rows.length - count < fewestRows) continue
    const gain = worth(below, shrinkage) + worth(without(total, below), shrinkage) - before
    if (gain > (best?.gain ?? 1e-9)) best = { trait, bin, gain }
  }
  return best
}

function bestSplit(growth: Growth, allowed: readonly number[], rows: Uint32Array): Split | null {
  if (rows.length < growth.settings.fewestRows * 2) return null
  let best: Split | null = null
  for (const trait of allowed) {
    const split = splitOn(growth, trait, rows)
    if (split !== null && split.gain > (best?.gain ?? 0)) best = split
  }
  return best
}

function leafPoints(growth: Growth, rows: Uint32Array): Tree {
  const { slopes, curves } = sumsOf(growth, rows)
  const { shrinkage, rate } = growth.settings
  const points = Array.from(
    slopes,
    (slope, at) => Math.round((-100 * rate * slope) / ((curves[at] ?? 0) + shrinkage)) / 100,
  )
  return { points }
}

/** How many of the leaves left go to the first side of a split: by what a further split of each side is worth. */
function leavesFor(first: Leaf, second: Leaf, left: number): number {
  const [own, other] = [first.split?.gain ?? 0, second.split?.gain ?? 0]
  const share = own + other === 0 ? 0.5 : own / (own + other)
  return Math.min(left - 1, Math.max(1, Math.round(left * share)))
}

/** Grows one tree; leaves are shared among the sides of a split by what their own splits are worth. */
export function growTree(growth: Growth, rows: Uint32Array, random: Random): Tree {
  const { data, settings } = growth
  const allowed = data.thresholds.flatMap((cuts, trait) =>
    cuts.length > 0 && random.chance(settings.traits) ? [trait] : [],
  )
  const grow = (leaf: Leaf, left: number): Tree => {
    const { split } = leaf
    if (split === null || left < 2) return leafPoints(growth, leaf.rows)
    const bins = data.bins[split.trait] ?? new Uint8Array()
    const leafOf = (side: Uint32Array): Leaf => ({ rows: side, split: bestSplit(growth, allowed, side) })
    const low = leafOf(leaf.rows.filter((row) => (bins[row] ?? 0) <= split.bin))
    const high = leafOf(leaf.rows.filter((row) => (bins[row] ?? 0) > split.bin))
    const forLow = leavesFor(low, high, left)
    const threshold = data.thresholds[split.trait]?.[split.bin] ?? 0
    return { trait: split.trait, threshold, below: grow(low, forLow), above: grow(high, left - forLow) }
  }
  return grow({ rows, split: bestSplit(growth, allowed, rows) }, settings.leaves)
}
