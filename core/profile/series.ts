import { augmentedDickeyFuller } from '../stats/augmented-dickey-fuller.ts'
import { kpss } from '../stats/kpss.ts'
import { mannKendall } from '../stats/mann-kendall.ts'
import type { Figures } from '../stats/statistic.ts'
import type { TestResult } from '../stats/test-result.ts'
import type { SampledColumn } from './associations.ts'
import { chance, isRejected } from './chance.ts'
import { periodOf } from './moment-coverage.ts'
import type { SeriesProfile, TimeGrain } from './time-profile.ts'

const minPeriods = 12
/** Maximum periods tested; longer series use their last ones. */
const maxPeriods = 500

/** Mean of a measure per period, in time order; skips empty periods. */
function meansByPeriod(moments: Float64Array, values: Float64Array, grain: TimeGrain): Float64Array {
  const sums = new Map<number, { sum: number; count: number }>()
  for (let row = 0; row < moments.length; row++) {
    const [moment, value] = [moments[row] as number, values[row] as number]
    if (moment !== moment || value !== value) continue
    const period = periodOf(moment, grain)
    const known = sums.get(period)
    if (known === undefined) sums.set(period, { sum: value, count: 1 })
    else {
      known.sum += value
      known.count++
    }
  }
  const ordered = [...sums].sort(([a], [b]) => a - b).slice(-maxPeriods)
  return Float64Array.from(ordered, ([, { sum, count }]) => sum / count)
}

const stays = (pValue: number): string =>
  isRejected(pValue)
    ? `Returns to its level after shocks (${chance(pValue)}).`
    : `May wander without returning to a level (${chance(pValue)}).`

const keepsLevel = (pValue: number): string =>
  isRejected(pValue)
    ? `Does not keep one level over time (${chance(pValue)}).`
    : `Keeps its level, as far as can be told (${chance(pValue)}).`

function trend(pValue: number, figures: Figures, grain: TimeGrain): string {
  const slope = figures['slope'] ?? 0
  if (!isRejected(pValue)) return `No steady trend (${chance(pValue)}).`
  const direction = (figures['score'] ?? 0) > 0 ? 'Rises' : 'Falls'
  return `${direction} by about ${Number(Math.abs(slope).toPrecision(3))} a ${grain} (${chance(pValue)}).`
}

function testOf(id: string, figures: Figures | null, say: (pValue: number, figures: Figures) => string): TestResult[] {
  const { statistic, pValue } = figures ?? {}
  if (figures === null || statistic === undefined || pValue === undefined) return []
  return [{ id, statistic, pValue, sentence: say(pValue, figures) }]
}

/** Tests of a measure over time; null for too few periods. */
export function seriesOf(time: SampledColumn, measure: SampledColumn, grain: TimeGrain): SeriesProfile | null {
  const means = meansByPeriod(time.values, measure.values, grain)
  if (means.length < minPeriods) return null
  const kendall = mannKendall.compute(means)
  const tests = [
    ...testOf('augmented-dickey-fuller', augmentedDickeyFuller.compute(means), stays),
    ...testOf('kpss', kpss.compute(means), keepsLevel),
    ...testOf('mann-kendall', kendall, (pValue, figures) => trend(pValue, figures, grain)),
  ]
  return tests.length === 0
    ? null
    : { column: measure.name, periods: means.length, tests, slope: kendall?.['slope'] ?? null }
}
