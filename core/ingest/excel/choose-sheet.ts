import type { Budget } from '../../budget.ts'
import type { Sheet, Workbook } from './workbook.ts'

async function hasCells(sheet: Sheet, budget: Budget): Promise<boolean> {
  for await (const rows of sheet.rows(budget)) {
    if (rows.some(({ cells }) => cells.some(({ value }) => value !== ''))) return true
  }
  return false
}

/** The sheet that was asked for: by its name, or by its place from 0. */
function findSheet({ sheets }: Workbook, wanted: string | number): Sheet | null {
  const name = String(wanted).toLowerCase()
  const byName = sheets.find((sheet) => sheet.name.toLowerCase() === name) ?? null
  return typeof wanted === 'number' ? (sheets[wanted] ?? byName) : byName
}

/** The sheet to read: the one asked for, else the first visible one with cells; null where there is none. */
export async function chooseSheet(
  workbook: Workbook,
  wanted: string | number | undefined,
  budget: Budget,
): Promise<Sheet | null> {
  if (wanted !== undefined) return findSheet(workbook, wanted)
  for (const sheet of workbook.sheets) if (!sheet.isHidden && (await hasCells(sheet, budget))) return sheet
  return null
}
