import { fail } from '../../errors.ts'
import { ok, type Result } from '../../result.ts'
import type { OpenedFile, Reading } from '../reader.ts'
import { chooseSheet } from './choose-sheet.ts'
import { mostColumns } from '../rows/open-rows.ts'
import { openDisplayed } from './open-displayed.ts'
import { openSheet } from './open-sheet.ts'
import type { Refusal, Sheet, Workbook } from './workbook.ts'

function refuse(name: string, { refused, found }: Refusal): Result<never> {
  if (refused === 'encrypted') return fail('file/encrypted', { name })
  return fail('file/wrong-kind', { name, found, accepted: 'an Excel workbook (.xlsx) or CSV' })
}

const withParts = (opened: OpenedFile, { sheets }: Workbook, sheet: Sheet): OpenedFile => ({
  ...opened,
  report: () => ({
    ...opened.report(),
    parts: sheets.map(({ name, isHidden }) => ({ name, ...(isHidden ? { isHidden } : {}) })),
    part: sheet.name,
  }),
})

/** The sheet to read of a workbook, as a table. */
export async function openWorkbook(
  name: string,
  workbook: Workbook | Refusal,
  options: Reading,
): Promise<Result<OpenedFile>> {
  if ('refused' in workbook) return refuse(name, workbook)
  const isRaw = options.raw === true
  const wanted = options.choices?.sheet
  const chosen = await chooseSheet(workbook, wanted, options.budget.pass())
  const sheet = chosen ?? (isRaw && wanted === undefined ? workbook.sheets[0] : undefined)
  if (sheet === undefined) {
    if (wanted === undefined) return fail('file/no-cells', { name })
    return fail('file/no-sheet', { name, sheet: String(wanted), sheets: workbook.sheets.map((one) => one.name) })
  }
  if (isRaw) return ok(withParts(await openDisplayed(workbook, sheet, options), workbook, sheet))
  const opened = await openSheet(workbook, sheet, options)
  if (opened === null) return fail('file/stopped', { name })
  const columns = opened.fields.length
  if (columns === 0) return fail('file/no-cells', { name })
  return columns > mostColumns
    ? fail('file/too-many-columns', { name, columns, limit: mostColumns })
    : ok(withParts(opened, workbook, sheet))
}
