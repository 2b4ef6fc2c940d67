import { mean } from './central-sums.ts'
import { ofOne, type Statistic } from './statistic.ts'

export const autocorrelation: Statistic = {
  title: 'Lag-1 autocorrelation',
  reference: 'Box and Jenkins (1976), as NIST StRD certifies it',
  takes: ['series'],
  compute: ofOne((series) => {
    const centre = mean(series)
    let [products, squares] = [0, 0]
    for (let row = 0; row < series.length; row++) {
      const distance = (series[row] ?? 0) - centre
      squares += distance * distance
      if (row > 0) products += distance * ((series[row - 1] ?? 0) - centre)
    }
    return squares > 0 && Number.isFinite(squares) ? { statistic: products / squares } : null
  }),
}
