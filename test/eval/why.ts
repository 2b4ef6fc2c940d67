import { evidenceOf, figureOf, type Amount, type Changed, partsOf } from '#core/insight/why/parts.ts'
import { seededRandom } from '../support/random.ts'

/**
 * Random changes with a planted cause: do the parts add up to the change, and is the cause the first group of the
 * first grouping? `node test/eval/why.ts [changes] [seed]`
 */
const [changes = 10_000, seed = 20_261_201] = process.argv.slice(2).map(Number)
const random = seededRandom(seed)
const between = (low: number, high: number): number => low + (high - low) * random.next()
const kinds: readonly Changed[] = ['sum', 'count', 'mean']

/** A grouping of the same rows: sizes and means of each group in both periods. */
function grouping(size: number, rows: number): { before: Map<string, Amount>; after: Map<string, Amount> } {
  const weights = Array.from({ length: size }, () => between(0.5, 2))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const [before, after] = [new Map<string, Amount>(), new Map<string, Amount>()]
  for (const [at, weight] of weights.entries()) {
    const expected = (rows * weight) / whole
    const noisy = (): number => Math.max(1, Math.round(expected + Math.sqrt(expected) * between(-1, 1)))
    const mean = (): number => 100 + (20 / Math.sqrt(expected)) * between(-1.7, 1.7)
    before.set(`g${at}`, { count: noisy(), mean: mean(), variance: 400 })
    after.set(`g${at}`, { count: noisy(), mean: mean(), variance: 400 })
  }
  return { before, after }
}

let [closed, first, most] = [0, 0, 0]
for (let at = 0; at < changes; at++) {
  const changed = kinds[at % kinds.length] ?? 'sum'
  const all = [4, 3, 7, 12].map((size) => grouping(size, 2000))
  const planted = Math.floor(random.next() * all.length)
  const place = all[planted]
  if (!place) continue
  const name = `g${Math.floor(random.next() * place.after.size)}`
  const cause = place.after.get(name)
  if (!cause) continue
  const factor = random.next() < 0.5 ? between(0.3, 0.6) : between(1.5, 2.2)
  // A number of rows and a sum change by rows, an average by values.
  place.after.set(
    name,
    changed === 'mean'
      ? { ...cause, mean: cause.mean * (1 + (factor - 1) / 4) }
      : { ...cause, count: Math.round(cause.count * factor) },
  )
  const judged = all.map(({ before, after }) => {
    const parts = partsOf(before, after, changed)
    const gap = Math.abs(
      parts.reduce((sum, { total }) => sum + total, 0) - (figureOf(after, changed) - figureOf(before, changed)),
    )
    most = Math.max(most, gap / Math.max(1, Math.abs(figureOf(after, changed))))
    return { parts, evidence: evidenceOf(parts), gap }
  })
  if (
    judged.every(
      ({ gap }, index) => gap <= 1e-9 * Math.max(1, Math.abs(figureOf(all[index]?.after ?? new Map(), changed))),
    )
  )
    closed += 1
  const best = judged.toSorted((a, b) => b.evidence - a.evidence)[0]
  if (best === judged[planted] && best?.parts[0]?.name === name) first += 1
}
process.stdout.write(
  `seed ${seed}: ${changes} changes; parts add up within 1e-9 in ${closed} (largest gap ${most.toExponential(1)}); the planted cause is first in ${((100 * first) / changes).toFixed(1)} %\n`,
)
