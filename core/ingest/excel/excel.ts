import { fail } from '../../errors.ts'
import { ok, type Result } from '../../result.ts'
import type { FileInput } from '../file-input.ts'
import { readWhole } from '../read-whole.ts'
import type { OpenedFile, Reader, ReadOptions } from '../reader.ts'
import { chooseSheet } from './choose-sheet.ts'
import { isCompoundFile } from './compound-file.ts'
import { openDisplayed, openSheet } from './open-sheet.ts'
import type { Refusal, Sheet, Workbook } from './workbook.ts'
import { openXls } from './xls.ts'
import { openXlsx } from './xlsx.ts'

/** A workbook is packed, and held in memory whole: some 40 MB unpack to about a million rows of ten columns. */
const mostBytes = 40_000_000
const mostColumns = 4096

const isZip = (head: Uint8Array): boolean => head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4

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

async function openTable(name: string, workbook: Workbook, options: ReadOptions): Promise<Result<OpenedFile>> {
  const isRaw = options.raw === true
  const wanted = options.choices?.sheet
  const chosen = await chooseSheet(workbook, wanted)
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

async function open(file: FileInput, options: ReadOptions): Promise<Result<OpenedFile>> {
  const { name } = file
  if (file.size > mostBytes) {
    const size = `${Math.round(file.size / 1e6)} MB`
    return fail('file/too-large', { name, size, limit: `${mostBytes / 1e6} MB as an Excel workbook and more as CSV` })
  }
  // Damage shows anywhere, as whatever error it causes; opening reads the sheet to its end.
  try {
    const head = new Uint8Array(await file.slice(0, Math.min(8, file.size)))
    const workbook = isCompoundFile(head)
      ? openXls(await readWhole(file))
      : await openXlsx({ byteLength: file.size, slice: file.slice })
    return 'refused' in workbook ? refuse(name, workbook) : await openTable(name, workbook, options)
  } catch (error) {
    const isKnown = error instanceof Error && /^(its|it) /.test(error.message)
    return fail('file/broken', { name, kind: 'an Excel workbook', reason: isKnown ? error.message : 'it is damaged' })
  }
}

/** Workbooks of Excel: .xlsx and its kin since 2007, .xls before. */
export const excel: Reader = {
  title: 'Excel',
  extensions: ['xlsx', 'xlsm', 'xltx', 'xls', 'xlt'],
  sniff: (head) => isZip(head) || isCompoundFile(head),
  readsByPlaces: true,
  open,
}
