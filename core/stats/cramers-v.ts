import { type CategoryCodes, categoryCodes } from './category-codes.ts'
import { contingencyOf, squaredContingency } from './contingency.ts'
import { ofTwo, type Statistic } from './statistic.ts'

const filled = (sums: Float64Array): number => sums.filter((sum) => sum > 0).length

/** Bergsma's bias-corrected V; null if a column has one category or there are too few rows for the correction. */
export function cramersVOf(a: CategoryCodes, b: CategoryCodes): number | null {
  const n = a.codes.length
  const table = contingencyOf(a, b)
  const [rows, columns] = [filled(table.sumsA), filled(table.sumsB)]
  if (n < 3 || rows < 2 || columns < 2) return null
  const phi = Math.max(0, squaredContingency(table) - ((rows - 1) * (columns - 1)) / (n - 1))
  const least = Math.min(rows - (rows - 1) ** 2 / (n - 1), columns - (columns - 1) ** 2 / (n - 1)) - 1
  return least > 1e-9 ? Math.min(1, Math.sqrt(phi / least)) : null
}

export const cramersV: Statistic = {
  title: 'Cramér’s V',
  reference: 'Cramér (1946) with the bias correction of Bergsma (2013)',
  takes: ['categories', 'categories'],
  compute: ofTwo((a, b) => {
    const statistic = cramersVOf(categoryCodes(a), categoryCodes(b))
    return statistic === null ? null : { statistic }
  }),
}
