import type { Budget } from '../../budget.ts'
import { textBytes } from '../encoding/text-bytes.ts'
import type { FileInput } from '../file-input.ts'
import { endedAt, type OutlinedBounds } from '../layout/bounds.ts'
import { ColumnSums, totalsLine } from '../layout/totals.ts'
import type { DecimalMark } from '../types/number-scanner.ts'
import { blocksOf } from './blocks.ts'
import type { Layout } from './layout.ts'

/** Reads the rows above what may be totals, and sums their columns; null where there is nothing to decide. */
export async function totalsIn(
  file: FileInput,
  layout: Layout,
  { bounds, possibleTotals }: OutlinedBounds,
  { mark, budget }: { readonly mark: DecimalMark; readonly budget: Budget },
): Promise<number | null> {
  const [first] = possibleTotals
  if (first === undefined) return null
  const sums = new ColumnSums(mark)
  const above = { ...layout, bounds: endedAt(bounds, first.line) }
  for await (const { bytes, starts, ends, rows, width } of blocksOf(
    textBytes(file, layout.encoding),
    above,
    {},
    budget,
  )) {
    for (let cell = 0; cell < rows * width; cell++)
      sums.addCell(cell % width, bytes, starts[cell] ?? 0, ends[cell] ?? 0)
  }
  return totalsLine(possibleTotals, sums)
}
