import type { Budget } from '../../budget.ts'
import type { OpenedFile, Reading } from '../reader.ts'
import type { TextRow } from '../rows/block-writer.ts'
import { openRows, type RowChunks, RowSurvey, type RowsReport } from '../rows/open-rows.ts'
import { displayOf } from './cell-text.ts'
import { textRow } from './sheet-rows.ts'
import type { Sheet, Workbook } from './workbook.ts'

/** The corner where a sheet's cells begin: Excel, too, writes a sheet from there on. */
async function cornerOf(sheet: Sheet, budget: Budget): Promise<{ readonly top: number; readonly left: number }> {
  let [top, left] = [-1, Number.POSITIVE_INFINITY]
  for await (const rows of sheet.rows(budget)) {
    for (const { row, cells } of rows) {
      const first = cells.find(({ value }) => value !== '')
      if (first === undefined) continue
      if (top < 0) top = row
      left = Math.min(left, first.column)
    }
  }
  return top < 0 ? { top: 0, left: 0 } : { top, left }
}

const rowsAtOnce = 4096

/** Empty rows between others, which a sheet has only because the next one says its place. */
async function* emptyRows(count: number, budget: Budget): RowChunks {
  budget.charge('cells', count)
  for (let left = count; left > 0; left -= rowsAtOnce) {
    yield Array.from({ length: Math.min(left, rowsAtOnce) }, () => [])
    budget.work(rowsAtOnce)
    await budget.rest()
  }
}

async function* displayedRows({ is1904 }: Workbook, sheet: Sheet, budget: Budget): RowChunks {
  const { top, left } = await cornerOf(sheet, budget.pass())
  let next = top
  for await (const rows of sheet.rows(budget)) {
    let texts: TextRow[] = []
    for (const row of rows) {
      if (row.row < top) continue
      if (row.row > next) {
        yield texts
        texts = []
        yield* emptyRows(row.row - next, budget)
      }
      texts.push(textRow(row, (cell) => displayOf(cell, is1904)).slice(left))
      next = row.row + 1
    }
    yield texts
  }
}

/** Every cell of a sheet as Excel shows it, empty rows between others included. */
export async function openDisplayed(workbook: Workbook, sheet: Sheet, options: Reading): Promise<OpenedFile> {
  const { budget } = options
  const survey = new RowSurvey(budget.pass())
  const rows = (): RowChunks => displayedRows(workbook, sheet, budget.pass())
  for await (const chunk of rows()) await survey.add(chunk)
  const own: RowsReport = { encoding: 'UTF-8', oddRows: 0, oddRowExamples: [], notes: [] }
  return openRows({ headers: [], evidence: survey.evidence, units: new Map(), rows, report: () => own }, options)
}
