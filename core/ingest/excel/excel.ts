import { fail } from '../../errors.ts'
import type { Result } from '../../result.ts'
import { fileBudget } from '../file-budget.ts'
import type { FileInput } from '../file-input.ts'
import { readWhole } from '../read-whole.ts'
import type { OpenedFile, Reader, ReadOptions } from '../reader.ts'
import { broken } from '../reading-failed.ts'
import { isCompoundFile } from './compound-file.ts'
import { openWorkbook } from './open-workbook.ts'
import { openXls } from './xls.ts'
import { openXlsx } from './xlsx.ts'

/** A workbook is packed, and held in memory whole: some 40 MB unpack to about a million rows of ten columns. */
const mostBytes = 40_000_000

const isZip = (head: Uint8Array): boolean => head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4

async function open(file: FileInput, options: ReadOptions): Promise<Result<OpenedFile>> {
  const { name } = file
  const { budget = fileBudget(file) } = options
  if (file.size > mostBytes) {
    const size = `${Math.round(file.size / 1e6)} MB`
    return fail('file/too-large', { name, size, limit: `${mostBytes / 1e6} MB as an Excel workbook and more as CSV` })
  }
  // Damage shows anywhere, as whatever error it causes; opening reads the sheet to its end.
  try {
    const head = new Uint8Array(await file.slice(0, Math.min(8, file.size)))
    const workbook = isCompoundFile(head)
      ? await openXls(await readWhole(file), budget)
      : await openXlsx({ byteLength: file.size, slice: file.slice }, budget)
    return await openWorkbook(name, workbook, { ...options, budget })
  } catch (error) {
    return broken(name, 'an Excel workbook', error)
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
