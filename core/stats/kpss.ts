import { mean } from './central-sums.ts'
import { ofOne, type Statistic } from './statistic.ts'

const fewest = 8
/** Critical values of Kwiatkowski et al. for level stationarity, and their upper-tail probabilities. */
const table = { statistics: [0.347, 0.463, 0.574, 0.739], chances: [0.1, 0.05, 0.025, 0.01] }

function laggedProduct(values: Float64Array, lag: number): number {
  let sum = 0
  for (let row = lag; row < values.length; row++) sum += (values[row] ?? 0) * (values[row - lag] ?? 0)
  return sum
}

/** Bandwidth of Hobijn, Franses and Ooms (1998). */
function bandwidth(rests: Float64Array): number {
  const n = rests.length
  let [level, slope] = [laggedProduct(rests, 0) / n, 0]
  for (let lag = 1; lag <= Math.floor(n ** (2 / 9)); lag++) {
    const product = laggedProduct(rests, lag) / (n / 2)
    level += product
    slope += lag * product
  }
  return Math.min(n - 1, Math.floor(1.1447 * Math.cbrt((slope / level) ** 2) * Math.cbrt(n)))
}

/** The statistic of rests around the mean, with errors correlated up to `lags`; null where they do not vary. */
export function levelStatistic(rests: Float64Array, lags: number): number | null {
  let variance = laggedProduct(rests, 0)
  for (let lag = 1; lag <= lags; lag++) variance += 2 * laggedProduct(rests, lag) * (1 - lag / (lags + 1))
  let [sum, squares] = [0, 0]
  for (const rest of rests) {
    sum += rest
    squares += sum * sum
  }
  const statistic = squares / rests.length / variance
  return Number.isFinite(statistic) && variance > 0 ? statistic : null
}

function chanceOf(statistic: number): number {
  const { statistics, chances } = table
  const above = statistics.findIndex((one) => one >= statistic)
  if (above === -1) return 0.01
  if (above === 0) return 0.1
  const [from = 0, to = 0] = statistics.slice(above - 1)
  const [high = 0, low = 0] = chances.slice(above - 1)
  return high + ((low - high) * (statistic - from)) / (to - from)
}

export const kpss: Statistic = {
  title: 'KPSS test of a level that stays',
  reference:
    'Kwiatkowski, Phillips, Schmidt and Shin (1992) for a level, bandwidth after Hobijn and others (1998); p between 0.01 and 0.1',
  takes: ['series'],
  compute: ofOne((series) => {
    const n = series.length
    if (n < fewest) return null
    const centre = mean(series)
    const rests = series.map((value) => value - centre)
    const lags = bandwidth(rests)
    const statistic = levelStatistic(rests, lags)
    return statistic === null ? null : { statistic, pValue: chanceOf(statistic), lags }
  }),
}
