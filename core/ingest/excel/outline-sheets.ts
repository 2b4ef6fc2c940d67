import type { Budget } from '../../budget.ts'
import type { FilePart } from '../ingest-report.ts'
import { meaningOf } from './cell-text.ts'
import { layOutSheet } from './sheet-layout.ts'
import { cellsIn, type PlacedRow } from './sheet-records.ts'
import { textRow } from './sheet-rows.ts'
import type { Sheet, Workbook } from './workbook.ts'

/** What is seen of a sheet before it is chosen. */
export type SheetOutline = FilePart & { readonly sheet: Sheet; readonly hasCells: boolean }

/** Rows that are looked at to find the header, as when the sheet itself is read. */
const sampleSize = 200
/** Counting ends here: an outline must not take as long as reading. */
const mostCounted = 20_000
/** Of a workbook with more sheets, the rest are only named. */
const mostOutlined = 60
const shownRows = 3
const shownColumns = 6
const longestShown = 40
const longestExample = 1000

const isFilled = (text: string | null): text is string => text !== null && text.trim() !== ''

type Counted = { readonly sample: readonly PlacedRow[]; readonly filled: number; readonly hasMore: boolean }

async function countRows({ sheet, is1904 }: { sheet: Sheet; is1904: boolean }, budget: Budget): Promise<Counted> {
  const sample: PlacedRow[] = []
  let filled = 0
  for await (const rows of sheet.rows(budget)) {
    for (const row of rows) {
      if (!row.cells.some(({ value }) => value !== '')) continue
      filled++
      if (sample.length === sampleSize) continue
      const cells = textRow(row, (cell) => meaningOf(cell, { is1904, isPercent: false }))
      sample.push({ row: row.row, cells: cells.map((text) => text?.slice(0, longestExample) ?? null) })
    }
    if (filled >= mostCounted) return { sample, filled, hasMore: true }
  }
  return { sample, filled, hasMore: false }
}

const shown = (cells: readonly string[]): string[] =>
  cells.slice(0, shownColumns).map((text) => text.trim().slice(0, longestShown))

function outlineOf(sheet: Sheet, { sample, filled, hasMore }: Counted): SheetOutline {
  const { headers, firstRow, columns } = layOutSheet(sample)
  const below = sample.filter(({ row }) => row >= firstRow)
  const first = below.slice(0, shownRows).map((row) => cellsIn(row, columns))
  const width = columns.width - columns.left
  return {
    sheet,
    name: sheet.name,
    hasCells: sample.some(({ cells }) => cells.some(isFilled)),
    rows: filled - (sample.length - below.length),
    ...(hasMore ? { hasMoreRows: true } : {}),
    columns: width,
    head: first.length === 0 && headers.length === 0 ? [] : [headers, ...first].map(shown),
    ...(sheet.isHidden ? { isHidden: true } : {}),
  }
}

/** What each sheet of a workbook holds. A damaged sheet is only named: it does not keep the others from being read. */
export async function outlineSheets({ sheets, is1904 }: Workbook, budget: Budget): Promise<readonly SheetOutline[]> {
  const outlines: SheetOutline[] = []
  for (const sheet of sheets) {
    const isSeen = outlines.length < mostOutlined
    const counted = isSeen ? await countRows({ sheet, is1904 }, budget.pass()).catch(() => null) : null
    const unseen = { sheet, name: sheet.name, hasCells: true, ...(sheet.isHidden ? { isHidden: true } : {}) }
    outlines.push(counted === null ? unseen : outlineOf(sheet, counted))
  }
  return outlines
}

const cellsOf = ({ rows = 0, columns = 0 }: SheetOutline): number => rows * columns

/** The first visible sheet that has half as many cells as the largest one, so that a cover never stands for the data. */
export function bestOf(outlines: readonly SheetOutline[]): SheetOutline | null {
  const visible = outlines.filter(({ isHidden, hasCells }) => isHidden !== true && hasCells)
  const largest = Math.max(...visible.map(cellsOf))
  return visible.find((outline) => cellsOf(outline) * 2 >= largest) ?? null
}
