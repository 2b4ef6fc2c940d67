import { fail } from '../../errors.ts'
import { ok, type Result } from '../../result.ts'
import type { FilePart } from '../ingest-report.ts'
import type { OpenedFile, Reading } from '../reader.ts'
import { mostColumns } from '../rows/open-rows.ts'
import { findSheet, firstSheet } from './choose-sheet.ts'
import { openDisplayed } from './open-displayed.ts'
import { openSheet } from './open-sheet.ts'
import { bestOf, outlineSheets, type SheetOutline } from './outline-sheets.ts'
import type { Refusal, Sheet, Workbook } from './workbook.ts'

function refuse(name: string, { refused, found }: Refusal): Result<never> {
  if (refused === 'encrypted') return fail('file/encrypted', { name })
  return fail('file/wrong-kind', { name, found, accepted: 'an Excel workbook (.xlsx) or CSV' })
}

/** The sheets as the parts of a file; of the one that was read the figures are exact. */
function withParts(opened: OpenedFile, outlines: readonly SheetOutline[], sheet: Sheet): OpenedFile {
  const best = bestOf(outlines)
  const partOf = (outline: SheetOutline, rows: number): FilePart => {
    const { sheet: own, hasCells: _, hasMoreRows, ...part } = outline
    const isRead = own === sheet
    return {
      ...part,
      ...(isRead ? { rows, columns: opened.fields.length } : hasMoreRows ? { hasMoreRows } : {}),
      ...(outline === best ? { isDefault: true } : {}),
    }
  }
  return {
    ...opened,
    report: () => {
      const report = opened.report()
      return { ...report, parts: outlines.map((outline) => partOf(outline, report.rowsRead)), part: sheet.name }
    },
  }
}

const noSheet = (name: string, wanted: string | number, { sheets }: Workbook): Result<never> =>
  fail('file/no-sheet', { name, sheet: String(wanted), sheets: sheets.map((one) => one.name) })

/** Every cell as Excel shows it, of the sheet that was asked for, else of the first with cells. */
async function openRaw(name: string, workbook: Workbook, options: Reading): Promise<Result<OpenedFile>> {
  const wanted = options.choices?.sheet
  const chosen =
    wanted === undefined
      ? ((await firstSheet(workbook, options.budget.pass())) ?? workbook.sheets[0])
      : findSheet(workbook, wanted)
  if (chosen) return ok(await openDisplayed(workbook, chosen, options))
  return wanted === undefined ? fail('file/no-cells', { name }) : noSheet(name, wanted, workbook)
}

async function openTable(name: string, workbook: Workbook, options: Reading): Promise<Result<OpenedFile>> {
  const outlines = await outlineSheets(workbook, options.budget)
  const wanted = options.choices?.sheet
  const chosen = wanted === undefined ? bestOf(outlines)?.sheet : findSheet(workbook, wanted)
  if (!chosen) return wanted === undefined ? fail('file/no-cells', { name }) : noSheet(name, wanted, workbook)
  const opened = await openSheet(workbook, chosen, options)
  if (opened === null) return fail('file/stopped', { name })
  const columns = opened.fields.length
  if (columns === 0) return fail('file/no-cells', { name })
  return columns > mostColumns
    ? fail('file/too-many-columns', { name, columns, limit: mostColumns })
    : ok(withParts(opened, outlines, chosen))
}

/** The sheet to read of a workbook, as a table. */
export async function openWorkbook(
  name: string,
  workbook: Workbook | Refusal,
  options: Reading,
): Promise<Result<OpenedFile>> {
  if ('refused' in workbook) return refuse(name, workbook)
  return options.raw === true ? openRaw(name, workbook, options) : openTable(name, workbook, options)
}
