import type { Bins } from './bins.ts'
import type { Histogram } from './profile.ts'

const maxBins = 20
const multiples = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500]
/** Share of values per side that may be outliers; they do not widen the bins. */
const tail = 0.005
/** Outliers are cut off only if the full range exceeds this multiple of the bulk. */
const near = 3

/** Count per fine bin, in bin order; no bin is empty. */
export type Fine = readonly (readonly [bin: number, count: number])[]

type Drawing = {
  readonly bins: Bins
  readonly max: number
  /** True if finer bins would hold single values. */
  readonly isAtFinest: boolean
}

/**
 * About twenty bins of a round width. With outliers, the bins cover the others, and the first and last extend to the
 * extremes.
 */
export function drawnHistogram(fine: Fine, { bins, max, isAtFinest }: Drawing): Histogram {
  const all = { low: fine[0]?.[0] ?? 0, high: fine.at(-1)?.[0] ?? 0 }
  const bulk = bulkOf(fine)
  const isFarOff = spanOf(all) > near * spanOf(bulk)
  const { low, high } = isFarOff ? bulk : all
  const multiple = multipleFor(high - low + 1)
  const place = (bin: number): number => Math.floor(bin / multiple)
  const counts = countsOf(fine, place, [place(low), place(high)])
  const edges = Array.from({ length: counts.length + 1 }, (_, at) => bins.edgeOf((place(low) + at) * multiple))
  if (isFarOff) {
    edges[0] = bins.edgeOf(place(all.low) * multiple)
    edges[counts.length] = bins.edgeOf((place(all.high) + 1) * multiple)
  }
  const isEachItsOwn = isAtFinest && multiple === 1
  return isFarOff || isEachItsOwn ? { edges, counts } : withoutUpperEdge({ edges, counts }, max)
}

/** Counts per bin from the first to the last; values beyond count in those. */
function countsOf(fine: Fine, place: (bin: number) => number, [first, last]: readonly [number, number]): number[] {
  const counts = Array.from<number>({ length: last - first + 1 }).fill(0)
  for (const [bin, count] of fine) {
    const at = Math.min(last, Math.max(first, place(bin))) - first
    counts[at] = (counts[at] ?? 0) + count
  }
  return counts
}

const spanOf = ({ low, high }: Record<'low' | 'high', number>): number => high - low + 1

/** The bins between which all but a tail on each side lie. */
function bulkOf(fine: Fine): Record<'low' | 'high', number> {
  const total = fine.reduce((sum, [, count]) => sum + count, 0)
  const beyond = (ordered: Fine): number => {
    let passed = 0
    return ordered.find(([, count]) => (passed += count) > total * tail)?.[0] ?? 0
  }
  return { low: beyond(fine), high: beyond(fine.toReversed()) }
}

function multipleFor(span: number): number {
  for (let scale = 1; ; scale *= 1000) {
    const fits = multiples.find((one) => span / (one * scale) <= maxBins)
    if (fits !== undefined) return fits * scale
  }
}

/** The last bin includes its upper edge, so a bin of only that edge is merged into it. */
function withoutUpperEdge({ edges, counts }: Histogram, max: number): Histogram {
  const last = counts.length - 1
  if (last < 1 || edges[last] !== max) return { edges, counts }
  const merged = counts.slice(0, last)
  merged[last - 1] = (merged[last - 1] ?? 0) + (counts[last] ?? 0)
  return { edges: edges.slice(0, -1), counts: merged }
}
