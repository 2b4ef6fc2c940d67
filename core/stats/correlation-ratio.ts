import { type CategoryCodes, categoryCodes } from './category-codes.ts'
import { mean } from './central-sums.ts'
import { ofTwo, type Statistic } from './statistic.ts'

/** η: square root of the between-group share of the variance; null without variance or with one group. */
export function correlationRatioOf({ codes, categories }: CategoryCodes, values: Float64Array): number | null {
  if (values.length < 3) return null
  const centre = mean(values)
  const [sums, counts] = [new Float64Array(categories), new Float64Array(categories)]
  let squares = 0
  for (let row = 0; row < values.length; row++) {
    const distance = (values[row] ?? 0) - centre
    const code = codes[row] ?? 0
    sums[code] = (sums[code] ?? 0) + distance
    counts[code] = (counts[code] ?? 0) + 1
    squares += distance * distance
  }
  let [between, groups] = [0, 0]
  for (const [code, sum] of sums.entries()) {
    const count = counts[code] ?? 0
    if (count === 0) continue
    between += (sum * sum) / count
    groups++
  }
  const ratio = between / squares
  return groups > 1 && Number.isFinite(ratio) ? Math.sqrt(Math.min(1, ratio)) : null
}

export const correlationRatio: Statistic = {
  title: 'Correlation ratio',
  reference: 'η of Pearson (1905)',
  takes: ['categories', 'values'],
  compute: ofTwo((groups, values) => {
    const statistic = correlationRatioOf(categoryCodes(groups), values)
    return statistic === null ? null : { statistic }
  }),
}
