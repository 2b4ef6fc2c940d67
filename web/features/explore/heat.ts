import type { Sheet } from '#core/explore/sheet.ts'
import type { Cell } from '#core/table/table.ts'

type Reach = { readonly min: number; readonly max: number }

/** The range of each measure over all cells except totals. */
function reachesOf({ columns, rows }: Sheet): ReadonlyMap<string, Reach> {
  const reaches = new Map<string, Reach>()
  for (const [at, { kind, result, isTotal }] of columns.entries()) {
    if (kind === 'group' || isTotal) continue
    let { min, max } = reaches.get(result) ?? { min: Infinity, max: -Infinity }
    for (const row of rows) {
      const cell = row[at]
      if (typeof cell !== 'number') continue
      min = Math.min(min, cell)
      max = Math.max(max, cell)
    }
    reaches.set(result, { min, max })
  }
  return reaches
}

/** Minimum and maximum share of ink: visible, and still readable. */
const faintest = 4
const strongest = 46

/** Shading in percent; null for none. Negative values have another colour. */
export type Shade = { readonly percent: number; readonly isBelow: boolean }

/** Shades cells by value per measure; by distance from zero if some are negative. */
export function shadesOf(sheet: Sheet): (column: number, cell: Cell) => Shade | null {
  const reaches = reachesOf(sheet)
  return (column, cell) => {
    const { kind, result, isTotal } = sheet.columns[column] ?? { kind: 'group', result: '', isTotal: false }
    const reach = reaches.get(result)
    if (kind === 'group' || isTotal || typeof cell !== 'number' || !reach) return null
    const from = reach.min < 0 ? 0 : reach.min
    const width = reach.min < 0 ? Math.max(-reach.min, reach.max) : reach.max - reach.min
    const share = width > 0 ? Math.abs(cell - from) / width : 0.5
    return { percent: Math.round(faintest + share * (strongest - faintest)), isBelow: cell < 0 }
  }
}
