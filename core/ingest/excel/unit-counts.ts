import { durationUnit } from '../rows/open-rows.ts'
import type { SheetCell } from './workbook.ts'

/** Counts what formats say of a column's numbers. */
export class UnitCounts {
  readonly #columns: { numbers: number; readonly units: Map<string, number> }[] = []

  see({ value, format, column }: SheetCell): void {
    if (typeof value !== 'number') return
    let counts = this.#columns[column]
    counts ??= this.#columns[column] = { numbers: 0, units: new Map() }
    counts.numbers++
    const unit = format.kind === 'percent' ? '%' : format.kind === 'duration' ? durationUnit : format.symbol
    if (unit !== null) counts.units.set(unit, (counts.units.get(unit) ?? 0) + 1)
  }

  /** The unit of every column whose numbers nearly all carry it and none another. */
  units(): Map<number, string> {
    const found = new Map<number, string>()
    for (const [place, counts] of this.#columns.entries()) {
      const [only, other] = [...(counts?.units ?? [])]
      if (counts && only && !other && only[1] * 10 >= counts.numbers * 9) found.set(place, only[0])
    }
    return found
  }
}
