import type { Budget } from '../../budget.ts'
import type { Result } from '../../result.ts'
import type { ByteSource } from '../../table/byte-source.ts'
import { readZip, unpack, type Zip } from '../archive/zip-file.ts'
import { openWorkbook } from '../excel/open-workbook.ts'
import {
  inStretches,
  type Refusal,
  type SeeMerged,
  type Sheet,
  type SheetRow,
  type Workbook,
} from '../excel/workbook.ts'
import { scanXml, type XmlHandler } from '../excel/xml-scanner.ts'
import { fileBudget } from '../file-budget.ts'
import type { FileInput } from '../file-input.ts'
import type { OpenedFile, Reader, ReadOptions } from '../reader.ts'
import { broken } from '../reading-failed.ts'
import { RowLister, SheetLister } from './content.ts'

const kind = 'an OpenDocument spreadsheet'
const content = 'content.xml'
const ignore = (): void => {}

async function scan(zip: Zip, path: string, handler: XmlHandler): Promise<void> {
  for await (const _ of scanXml(unpack(zip, path), handler, zip.budget)) continue
}

/** Whether the list of its parts says that they are encrypted. */
async function isEncrypted(zip: Zip): Promise<boolean> {
  const path = 'META-INF/manifest.xml'
  let found = false
  if (!zip.entries.has(path.toLowerCase())) return found
  const open = (name: string): void => {
    found ||= name === 'encryption-data'
  }
  await scan(zip, path, { open, close: ignore, text: ignore })
  return found
}

type Seeing = { readonly budget: Budget; readonly seeMerged: SeeMerged | undefined }

async function* rowsOf(zip: Zip, place: number, { budget, seeMerged }: Seeing): AsyncGenerator<readonly SheetRow[]> {
  const rows = new RowLister(place, budget, seeMerged)
  for await (const _ of scanXml(unpack(zip, content, budget), rows, budget)) yield* inStretches(rows.take(), budget)
}

async function openOds(file: ByteSource, budget: Budget): Promise<Workbook | Refusal> {
  const zip = await readZip(file, budget)
  if (!zip.entries.has(content)) return { refused: 'other', found: 'a zip archive' }
  if (await isEncrypted(zip)) return { refused: 'encrypted', found: '' }
  const lister = new SheetLister()
  await scan(zip, content, lister)
  return {
    is1904: false,
    sheets: lister.sheets.map((sheet, place): Sheet => ({
      ...sheet,
      rows: (budget, seeMerged) => rowsOf(zip, place, { budget, seeMerged }),
    })),
  }
}

async function open(file: FileInput, options: ReadOptions): Promise<Result<OpenedFile>> {
  const { name, size, slice } = file
  const { budget = fileBudget(file) } = options
  try {
    return await openWorkbook(name, await openOds({ byteLength: size, slice }, budget), { ...options, budget })
  } catch (error) {
    return broken(name, kind, error)
  }
}

const mark = 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet'

/** Spreadsheets of LibreOffice and its kin. */
export const ods: Reader = {
  title: 'OpenDocument',
  extensions: ['ods', 'ots'],
  sniff: (head) => head[0] === 0x50 && String.fromCharCode(...head.subarray(30, 30 + mark.length)) === mark,
  readsByPlaces: true,
  open,
}
