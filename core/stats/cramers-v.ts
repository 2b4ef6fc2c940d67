import { type CategoryCodes, categoryCodes } from './category-codes.ts'
import { ofTwo, type Statistic } from './statistic.ts'

type Contingency = { readonly cells: Float64Array; readonly sumsA: Float64Array; readonly sumsB: Float64Array }

function tally(a: CategoryCodes, b: CategoryCodes): Contingency {
  const cells = new Float64Array(a.categories * b.categories)
  const [sumsA, sumsB] = [new Float64Array(a.categories), new Float64Array(b.categories)]
  for (let row = 0; row < a.codes.length; row++) {
    const [x, y] = [a.codes[row] ?? 0, b.codes[row] ?? 0]
    const cell = x * b.categories + y
    cells[cell] = (cells[cell] ?? 0) + 1
    sumsA[x] = (sumsA[x] ?? 0) + 1
    sumsB[y] = (sumsB[y] ?? 0) + 1
  }
  return { cells, sumsA, sumsB }
}

/** Pearson's χ² divided by the number of rows. */
function squaredContingency({ cells, sumsA, sumsB }: Contingency): number {
  let share = -1
  for (const [cell, count] of cells.entries()) {
    const expected = (sumsA[Math.floor(cell / sumsB.length)] ?? 0) * (sumsB[cell % sumsB.length] ?? 0)
    if (count > 0) share += (count * count) / expected
  }
  return share
}

const filled = (sums: Float64Array): number => sums.filter((sum) => sum > 0).length

/** Bergsma's bias-corrected V; null if a column has one category or there are too few rows for the correction. */
export function cramersVOf(a: CategoryCodes, b: CategoryCodes): number | null {
  const n = a.codes.length
  const table = tally(a, b)
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
