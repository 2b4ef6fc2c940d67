import type { Budget } from '../../budget.ts'
import { builtInFormats, formatOf, type NumberFormat } from './number-format.ts'
import type { Refusal, Sheet, Workbook } from './workbook.ts'
import { sheetRows } from './xlsx-sheet.ts'
import { attributeOf, scanXml, unescapeText, type XmlHandler } from './xml-scanner.ts'
import { readZip, unpack, type Zip } from '../archive/zip-file.ts'
import type { ByteSource } from '../../table/byte-source.ts'

const ignore = (): void => {}

async function scan(zip: Zip, path: string, handler: Partial<XmlHandler>): Promise<void> {
  const whole = { open: ignore, close: ignore, text: ignore, ...handler }
  for await (const _ of scanXml(unpack(zip, path), whole, zip.budget)) continue
}

type Relation = { readonly type: string; readonly path: string }

/** What a part refers to, by id; paths are made whole. */
async function relationsOf(zip: Zip, part: string): Promise<ReadonlyMap<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const path = `${folder}_rels/${part.slice(folder.length)}.rels`
  const found = new Map<string, Relation>()
  if (!zip.entries.has(path.toLowerCase())) return found
  await scan(zip, path, {
    open: (name, tag) => {
      const target = attributeOf(tag, 'Target')
      if (name !== 'Relationship' || target === null) return
      const type = (attributeOf(tag, 'Type') ?? '').split('/').at(-1) ?? ''
      found.set(attributeOf(tag, 'Id') ?? '', { type, path: resolve(folder, target) })
    },
  })
  return found
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const parts: string[] = []
  for (const part of `${folder}${target}`.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

const pathOf = (relations: ReadonlyMap<string, Relation>, type: string): string | null =>
  [...relations.values()].find((relation) => relation.type === type)?.path ?? null

async function sharedStrings(zip: Zip, path: string | null): Promise<readonly string[]> {
  const strings: string[] = []
  if (path === null || !zip.entries.has(path.toLowerCase())) return strings
  let text = ''
  let takes = false
  let phonetic = false
  await scan(zip, path, {
    open: (name) => {
      if (name === 'si') text = ''
      else if (name === 't') takes = !phonetic
      else if (name === 'rPh') phonetic = true
    },
    text: (piece) => {
      if (takes) text += piece
    },
    close: (name) => {
      if (name === 't') takes = false
      else if (name === 'rPh') phonetic = false
      else if (name === 'si') strings.push(unescapeText(text))
    },
  })
  return strings
}

/** The number format of every cell style. */
async function stylesOf(zip: Zip, path: string | null): Promise<readonly NumberFormat[]> {
  const codes = new Map<number, string>()
  const ids: number[] = []
  if (path === null || !zip.entries.has(path.toLowerCase())) return []
  let isInCells = false
  await scan(zip, path, {
    open: (name, tag) => {
      if (name === 'numFmt') codes.set(Number(attributeOf(tag, 'numFmtId')), attributeOf(tag, 'formatCode') ?? '')
      else if (name === 'cellXfs') isInCells = true
      else if (name === 'xf' && isInCells) ids.push(Number(attributeOf(tag, 'numFmtId') ?? 0))
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false
    },
  })
  return ids.map((id) => formatOf(codes.get(id) ?? builtInFormats[id] ?? 'General'))
}

type Listed = { readonly name: string; readonly id: string; readonly isHidden: boolean }

async function listSheets(zip: Zip, path: string): Promise<{ is1904: boolean; sheets: Listed[] }> {
  const sheets: Listed[] = []
  let is1904 = false
  await scan(zip, path, {
    open: (name, tag) => {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributeOf(tag, 'date1904') ?? '')
      if (name !== 'sheet') return
      const state = attributeOf(tag, 'state') ?? 'visible'
      sheets.push({
        name: attributeOf(tag, 'name') ?? '',
        id: attributeOf(tag, 'id') ?? '',
        isHidden: state !== 'visible',
      })
    },
  })
  return { is1904, sheets }
}

/** What a zip archive without a workbook in it is. */
function otherKind({ entries }: Zip): string {
  if (entries.has('word/document.xml')) return 'a Word document'
  if (entries.has('ppt/presentation.xml')) return 'a PowerPoint presentation'
  if (entries.has('content.xml')) return 'an OpenDocument spreadsheet'
  if (entries.has('index/document.iwa')) return 'a Numbers spreadsheet'
  return 'a zip archive'
}

/** Opens a workbook of the kind that Excel has written since 2007. */
export async function openXlsx(file: ByteSource, budget: Budget): Promise<Workbook | Refusal> {
  const zip = await readZip(file, budget)
  const root = pathOf(await relationsOf(zip, ''), 'officeDocument') ?? 'xl/workbook.xml'
  if (root.endsWith('.bin')) return { refused: 'other', found: 'an Excel binary workbook (.xlsb)' }
  if (!zip.entries.has(root.toLowerCase()) || !root.startsWith('xl/'))
    return { refused: 'other', found: otherKind(zip) }
  const relations = await relationsOf(zip, root)
  const { is1904, sheets: listed } = await listSheets(zip, root)
  const strings = await sharedStrings(zip, pathOf(relations, 'sharedStrings'))
  const styles = await stylesOf(zip, pathOf(relations, 'styles'))
  const sheets = listed.flatMap(({ name, id, isHidden }): Sheet[] => {
    const part = relations.get(id)
    if (part?.type !== 'worksheet') return []
    const shared = { strings, styles, is1904 }
    return [
      {
        name,
        isHidden,
        rows: (own, seeMerged) => sheetRows(unpack(zip, part.path, own), shared, { budget: own, seeMerged }),
      },
    ]
  })
  return { is1904, sheets }
}
