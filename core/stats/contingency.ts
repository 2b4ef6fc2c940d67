import type { CategoryCodes } from './category-codes.ts'

/** How many rows have each pair of categories, and each category. */
export type Contingency = {
  readonly cells: Float64Array
  readonly sumsA: Float64Array
  readonly sumsB: Float64Array
}

export function contingencyOf(a: CategoryCodes, b: CategoryCodes): Contingency {
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
export function squaredContingency({ cells, sumsA, sumsB }: Contingency): number {
  let share = -1
  for (const [cell, count] of cells.entries()) {
    const expected = (sumsA[Math.floor(cell / sumsB.length)] ?? 0) * (sumsB[cell % sumsB.length] ?? 0)
    if (count > 0) share += (count * count) / expected
  }
  return share
}
