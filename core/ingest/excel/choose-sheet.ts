import type { Budget } from '../../budget.ts'
import type { Sheet, Workbook } from './workbook.ts'

async function hasCells(sheet: Sheet, budget: Budget): Promise<boolean> {
  for await (const rows of sheet.rows(budget)) {
    if (rows.some(({ cells }) => cells.some(({ value }) => value !== ''))) return true
  }
  return false
}

/** The sheet that was asked for: by its name, or by its place from 0. */
export function findSheet({ sheets }: Workbook, wanted: string | number): Sheet | null {
  const name = String(wanted).toLowerCase()
  const byName = sheets.find((sheet) => sheet.name.toLowerCase() === name) ?? null
  return typeof wanted === 'number' ? (sheets[wanted] ?? byName) : byName
}

/** The first visible sheet with cells; null where there is none. */
export async function firstSheet(workbook: Workbook, budget: Budget): Promise<Sheet | null> {
  for (const sheet of workbook.sheets) if (!sheet.isHidden && (await hasCells(sheet, budget))) return sheet
  return null
}
