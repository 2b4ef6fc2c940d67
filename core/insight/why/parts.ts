/** What is known of one group in one of two periods. */
export type Amount = { readonly count: number; readonly mean: number; readonly variance: number }

/** What changed: a sum of values, a number of rows, or an average. */
export type Changed = 'sum' | 'count' | 'mean'

/** What one group adds to a change, taken apart; the parts add up to `total`. */
export type Part = {
  readonly name: string
  readonly total: number
  /** By more or fewer rows; of an average, by a larger or smaller share of the rows. */
  readonly volume: number
  /** By higher or lower values. */
  readonly rate: number
  /** True if the group has rows in one of the periods only. */
  readonly isNew: boolean
  readonly isGone: boolean
  /** How far its part is from what its size would give, in standard errors. */
  readonly surprise: number
}

export type Groups = ReadonlyMap<string, Amount>

const nothing: Amount = { count: 0, mean: 0, variance: 0 }
const sum = (values: readonly number[]): number => values.reduce((whole, value) => whole + value, 0)

type Whole = { readonly rows: number; readonly mean: number }

function wholeOf(groups: Groups): Whole {
  const all = [...groups.values()]
  const rows = sum(all.map(({ count }) => count))
  return { rows, mean: rows === 0 ? 0 : sum(all.map(({ count, mean }) => count * mean)) / rows }
}

/** The figure of a period. */
export function figureOf(groups: Groups, changed: Changed): number {
  const { rows, mean } = wholeOf(groups)
  return changed === 'count' ? rows : changed === 'mean' ? mean : rows * mean
}

type Split = { readonly volume: number; readonly rate: number }

/**
 * Volume and rate of a change of one group: each is what it changes with the other as it was and as it is, halved (the
 * value of Shapley, 1953, of two factors).
 */
function splitOf(before: Amount, after: Amount, changed: Changed, [early, late]: readonly [Whole, Whole]): Split {
  if (changed === 'count') return { volume: after.count - before.count, rate: 0 }
  // A group without rows has no mean: it comes or goes at the mean that it has in the other period.
  const [from, to] = [before.count === 0 ? after.mean : before.mean, after.count === 0 ? before.mean : after.mean]
  if (changed === 'sum')
    return {
      volume: ((after.count - before.count) * (from + to)) / 2,
      rate: ((to - from) * (before.count + after.count)) / 2,
    }
  const [share, next] = [before.count / (early.rows || 1), after.count / (late.rows || 1)]
  const level = (early.mean + late.mean) / 2
  return { volume: (next - share) * ((from + to) / 2 - level), rate: ((to - from) * (share + next)) / 2 }
}

/** Variance by chance of what a group adds to the change. */
function noiseOf(before: Amount, after: Amount, changed: Changed, [early, late]: readonly [Whole, Whole]): number {
  if (changed === 'count') return before.count + after.count
  if (changed === 'sum')
    return sum([before, after].map(({ count, mean, variance }) => count * (mean * mean + variance)))
  const scaled = ({ count, mean, variance }: Amount, whole: Whole): number =>
    (count * (variance + (mean - whole.mean) ** 2)) / (whole.rows || 1) ** 2
  return scaled(before, early) + scaled(after, late)
}

/** What each group adds to the change between two periods, the most surprising first. The parts add up to the change. */
export function partsOf(before: Groups, after: Groups, changed: Changed): readonly Part[] {
  const wholes = [wholeOf(before), wholeOf(after)] as const
  const change = figureOf(after, changed) - figureOf(before, changed)
  const names = [...new Set([...before.keys(), ...after.keys()])]
  const base = changed === 'mean' ? 0 : figureOf(before, changed)
  const parts = names.map((name): Part => {
    const [one, other] = [before.get(name) ?? nothing, after.get(name) ?? nothing]
    const { volume, rate } = splitOf(one, other, changed, wholes)
    const size = changed === 'count' ? one.count : one.count * one.mean
    const share =
      changed === 'mean'
        ? (one.count / (wholes[0].rows || 1) + other.count / (wholes[1].rows || 1)) / 2
        : base === 0
          ? 0
          : size / base
    const noise = Math.sqrt(noiseOf(one, other, changed, wholes))
    return {
      name,
      volume,
      rate,
      total: volume + rate,
      isNew: one.count === 0,
      isGone: other.count === 0,
      surprise: noise === 0 ? 0 : (volume + rate - share * change) / noise,
    }
  })
  return parts.toSorted((a, b) => Math.abs(b.surprise) - Math.abs(a.surprise))
}

/** How much more the parts differ from their sizes than chance explains, in deviations: χ² with as many values as groups. */
export function evidenceOf(parts: readonly Part[]): number {
  const freedom = parts.length - 1
  return freedom < 1 ? 0 : (sum(parts.map(({ surprise }) => surprise * surprise)) - freedom) / Math.sqrt(2 * freedom)
}

/** Does the figure of every group move against the whole, as Simpson (1951) describes? */
export const isReversed = (parts: readonly Part[], change: number): boolean =>
  change !== 0 && parts.length > 1 && parts.every(({ rate }) => rate * change < 0)
