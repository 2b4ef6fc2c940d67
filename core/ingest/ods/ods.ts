import type { Result } from '../../result.ts'
import type { ByteSource } from '../../table/byte-source.ts'
import { readZip, unpack, type Zip } from '../archive/zip-file.ts'
import { openWorkbook } from '../excel/open-workbook.ts'
import type { Refusal, Sheet, SheetRow, Workbook } from '../excel/workbook.ts'
import { type XmlHandler, XmlScanner } from '../excel/xml-scanner.ts'
import type { FileInput } from '../file-input.ts'
import type { OpenedFile, Reader, ReadOptions } from '../reader.ts'
import { broken } from '../reading-failed.ts'
import { RowLister, SheetLister } from './content.ts'

const kind = 'an OpenDocument spreadsheet'
const content = 'content.xml'
const ignore = (): void => {}

async function scan(zip: Zip, path: string, handler: XmlHandler): Promise<void> {
  const scanner = new XmlScanner(handler)
  for await (const bytes of unpack(zip, path)) scanner.push(bytes)
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

async function* rowsOf(zip: Zip, place: number): AsyncGenerator<readonly SheetRow[]> {
  const rows = new RowLister(place)
  const scanner = new XmlScanner(rows)
  for await (const bytes of unpack(zip, content)) {
    scanner.push(bytes)
    if (rows.finished.length === 0) continue
    yield rows.finished
    rows.finished = []
  }
}

async function openOds(file: ByteSource): Promise<Workbook | Refusal> {
  const zip = await readZip(file)
  if (!zip.entries.has(content)) return { refused: 'other', found: 'a zip archive' }
  if (await isEncrypted(zip)) return { refused: 'encrypted', found: '' }
  const lister = new SheetLister()
  await scan(zip, content, lister)
  return {
    is1904: false,
    sheets: lister.sheets.map((sheet, place): Sheet => ({ ...sheet, rows: () => rowsOf(zip, place) })),
  }
}

async function open(file: FileInput, options: ReadOptions): Promise<Result<OpenedFile>> {
  const { name, size, slice } = file
  try {
    return await openWorkbook(name, await openOds({ byteLength: size, slice }), options)
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
