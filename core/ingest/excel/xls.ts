import { type Budget, inTurns, type Steps } from '../../budget.ts'
import { type BiffText, decoderFor, kinds, readText, recordsFrom, stepsOfRecord } from './biff-records.ts'
import { biffRows } from './biff-sheet.ts'
import { readSharedTexts } from './biff-strings.ts'
import { readCompoundFile } from './compound-file.ts'
import { builtInFormats, formatOf } from './number-format.ts'
import type { Refusal, SeeMerged, Workbook } from './workbook.ts'

type Globals = {
  is1904: boolean
  isEncrypted: boolean
  text: BiffText
  readonly sheets: { readonly name: string; readonly at: number; readonly isHidden: boolean }[]
  readonly codes: Map<number, string>
  readonly styles: number[]
  readonly strings: DataView[]
}

type Seen = { readonly kind: number; readonly data: DataView }

function take(globals: Globals, { kind, data }: Seen): void {
  const { text } = globals
  switch (kind) {
    case kinds.password:
      globals.isEncrypted = true
      break
    case kinds.is1904:
      globals.is1904 = data.getUint16(0, true) === 1
      break
    case kinds.codePage:
      globals.text = { ...text, decoder: decoderFor(data.getUint16(0, true)) }
      break
    case kinds.format:
      globals.codes.set(data.getUint16(0, true), readText(data, 2, text.isUnicode ? 2 : 1, text))
      break
    case kinds.style:
      globals.styles.push(data.getUint16(2, true))
      break
    case kinds.sheet:
      // Only worksheets: charts, macros and modules hold no table.
      if (data.getUint8(5) !== 0) break
      globals.sheets.push({
        name: readText(data, 6, 1, text),
        at: data.getUint32(0, true),
        isHidden: (data.getUint8(4) & 3) !== 0,
      })
  }
}

/** What stands before the sheets. An encrypted workbook is not read further than that it is. */
function* readGlobals(stream: Uint8Array, isUnicode: boolean, budget: Budget): Steps<Globals> {
  const globals: Globals = {
    is1904: false,
    isEncrypted: false,
    text: { isUnicode, decoder: decoderFor(1252) },
    sheets: [],
    codes: new Map(),
    styles: [],
    strings: [],
  }
  let continues = false
  for (const { kind, data } of recordsFrom(stream, 0)) {
    if (kind === kinds.end || globals.isEncrypted) break
    if (kind === kinds.strings || (kind === kinds.more && continues)) globals.strings.push(data)
    continues = kind === kinds.strings || (kind === kinds.more && continues)
    take(globals, { kind, data })
    budget.work(stepsOfRecord + data.byteLength)
    yield
  }
  return globals
}

/** What a compound file without a workbook in it is. */
function otherKind(names: readonly string[]): Refusal {
  if (names.includes('EncryptedPackage')) return { refused: 'encrypted', found: '' }
  const found = names.includes('WordDocument')
    ? 'an old Word document'
    : names.includes('PowerPoint Document')
      ? 'an old PowerPoint presentation'
      : 'an Office document without a workbook'
  return { refused: 'other', found }
}

/** Opens a workbook of the kind that Excel wrote from 1993 to 2003. */
export async function openXls(bytes: Uint8Array, budget: Budget): Promise<Workbook | Refusal> {
  const { names, stream: streamOf } = readCompoundFile(bytes)
  const stream = streamOf('Workbook') ?? streamOf('Book')
  if (stream === null) return otherKind(names)
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  const version = view.getUint16(4, true)
  if (view.getUint16(0, true) !== kinds.begin || (version !== 0x600 && version !== 0x500)) {
    return { refused: 'other', found: 'a workbook of an Excel from before 1993' }
  }
  const globals = await inTurns(readGlobals(stream, version === 0x600, budget), budget)
  if (globals.isEncrypted) return { refused: 'encrypted', found: '' }
  const strings = await inTurns(readSharedTexts(globals.strings, budget), budget)
  const styles = globals.styles.map((id) => formatOf(globals.codes.get(id) ?? builtInFormats[id] ?? 'General'))
  const sheets = globals.sheets.map(({ name, at, isHidden }) => ({
    name,
    isHidden,
    rows: (own: Budget, seeMerged?: SeeMerged) =>
      biffRows({ stream, from: at, budget: own, seeMerged }, { strings, styles, text: globals.text }),
  }))
  return { is1904: globals.is1904, sheets }
}
