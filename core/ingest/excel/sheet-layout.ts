import type { ReadChoices } from '../choices.ts'
import { type Bounds, wholeFile } from '../layout/bounds.ts'
import { headerRowsOf, namesIn } from '../layout/find-header.ts'
import { cellsIn, type Columns, type PlacedRow } from './sheet-records.ts'
import type { MergedCells } from './workbook.ts'

/** Where the table of a sheet stands. */
export type SheetLayout = {
  /** Names by place; none where no row holds them. */
  readonly headers: readonly string[]
  /** The rows that hold the names, without what stands left of the table. */
  readonly headerRecords: readonly (readonly string[])[]
  /** The row in which the header begins, and that of the first values. */
  readonly headerRow: number
  readonly firstRow: number
  readonly columns: Columns
  /** What stands above the table, such as its title. */
  readonly above: readonly string[]
  readonly merged: readonly MergedCells[]
  readonly bounds: Bounds
}

/** What is known of a sheet besides its first rows, and what a person decided. */
export type SheetKnowledge = {
  readonly choices?: ReadChoices | undefined
  readonly merged?: readonly MergedCells[]
  readonly bounds?: Bounds
}

const rowsAbove = 20

const isFilled = (text: string | null | undefined): text is string =>
  text !== null && text !== undefined && text.trim() !== ''

/** How many columns the cells of a row stand over: a merged one over several, but for a title over all. */
function covered({ row, cells }: PlacedRow, usual: number, merged: readonly MergedCells[]): number {
  const filled = cells.filter(isFilled).length
  const wide = merged.filter(
    ({ top, left, right }) => top === row && isFilled(cells[left]) && right - left + 1 < Math.max(2, usual),
  )
  return filled + wide.reduce((sum, { left, right }) => sum + right - left, 0)
}

/** A title is a row of far fewer cells than the rows below it have. */
function firstRowOfTable(rows: readonly PlacedRow[], merged: readonly MergedCells[]): number {
  const widths = rows.map(({ cells }) => cells.filter(isFilled).length)
  const usual = widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 1
  if (usual < 3) return 0
  const first = rows.slice(0, rowsAbove).findIndex((row) => covered(row, usual, merged) * 2 >= usual)
  return Math.max(0, first)
}

/** Where the table begins: after the rows that were to be skipped, else below its title. */
function startOf(rows: readonly PlacedRow[], { choices, merged = [], bounds = wholeFile }: SheetKnowledge): number {
  const skipped = bounds.table === 0 ? choices?.skippedLines : undefined
  if (skipped === undefined) return firstRowOfTable(rows, merged)
  const first = rows.findIndex(({ row }) => row >= skipped)
  return first < 0 ? rows.length : first
}

/** A name that is merged over several columns, written over each of them. */
function withMergedNames(row: PlacedRow, merged: readonly MergedCells[]): PlacedRow {
  const cells = [...row.cells]
  // Merged cells never overlap; where they do, the first counts.
  const seen = new Set<number>()
  for (const { top, left, right } of merged) {
    const name = row.cells[left]
    if (top !== row.row || !isFilled(name) || seen.has(left)) continue
    seen.add(left)
    for (let column = left + 1; column <= Math.min(right, left + mostSpread); column++) cells[column] ??= name
  }
  return { ...row, cells: Array.from(cells, (cell) => cell ?? null) }
}

/** A name over more columns than this is damage, or a title. */
const mostSpread = 4096

/** Finds a sheet's header among its first rows. */
export function layOutSheet(sample: readonly PlacedRow[], knowledge: SheetKnowledge = {}): SheetLayout {
  const { choices = {}, merged = [], bounds = wholeFile } = knowledge
  const rows = sample.filter(({ row }) => row + 1 < bounds.endLine)
  const start = startOf(rows, knowledge)
  const table = rows.slice(start)
  const width = table.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const lefts = table.map(({ cells }) => cells.findIndex((text) => text !== null)).filter((place) => place >= 0)
  const columns = { left: Math.min(width, ...lefts), width }
  const records = table.map((row) => cellsIn(row, columns))
  const count = headerRowsOf(records, choices)
  const named = table.slice(0, count).map((row) => cellsIn(withMergedNames(row, merged), { left: 0, width }))
  return {
    headers: namesIn(named),
    headerRecords: records.slice(0, count),
    headerRow: table[0]?.row ?? 0,
    firstRow: table[count]?.row ?? (table.at(-1)?.row ?? -1) + 1,
    columns,
    above: rows.slice(0, start).map(({ cells }) => cells.filter(isFilled).join(' ')),
    merged,
    bounds,
  }
}
