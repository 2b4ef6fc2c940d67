import type { Budget } from '../../budget.ts'
import { general, type NumberFormat } from './number-format.ts'
import { inStretches, type MergedCells, type SeeMerged, type SheetCell, type SheetRow } from './workbook.ts'
import { attributeOf, scanXml, unescapeText, type XmlHandler } from './xml-scanner.ts'
import { day } from '../../table/time-units.ts'

/** What the cells of a sheet refer to. */
type Shared = {
  readonly strings: readonly string[]
  readonly styles: readonly NumberFormat[]
  readonly is1904: boolean
}

/** The column that a reference such as `AB12` names, from 0; −1 for none. */
function columnOf(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & 0xdf
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column - 1
}

/** `B2:D3` as rows and columns; null for a single cell and for what makes no sense. */
function mergedIn(reference: string): MergedCells | null {
  const [, from = '', top = '', to = '', bottom = ''] =
    /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/i.exec(reference) ?? []
  const merged = { top: Number(top) - 1, left: columnOf(from), bottom: Number(bottom) - 1, right: columnOf(to) }
  return top !== '' && merged.top <= merged.bottom && merged.left <= merged.right ? merged : null
}

/** Days since the workbook's epoch of a moment in ISO 8601, which strict workbooks may hold. */
function serialOf(text: string, is1904: boolean): number | null {
  const time = Date.parse(/[zZ]|[+-]\d\d:\d\d$/.test(text) || text.length <= 10 ? text : `${text}Z`)
  return Number.isNaN(time) ? null : time / day + (is1904 ? 24_107 : 25_569)
}

function typedValue(text: string, type: string, is1904: boolean): SheetCell['value'] {
  if (type === 'b') return text === '1' || text === 'true'
  if (type === 'e') return { error: text }
  if (type === 'd') return serialOf(text, is1904) ?? text
  const number = Number(text)
  return Number.isNaN(number) ? text : number
}

const lastRow = 1_048_576

class RowGatherer implements XmlHandler {
  #finished: SheetRow[] = []
  readonly #shared: Shared
  readonly #seeMerged: SeeMerged
  #row = -1
  #column = -1
  #cells: SheetCell[] = []
  #type = ''
  #style = 0
  #text: string | null = null
  #takes = false
  #phonetic = false
  #isInData = false

  constructor(shared: Shared, seeMerged: SeeMerged) {
    this.#shared = shared
    this.#seeMerged = seeMerged
  }

  /** The rows that have been closed since this was last asked. */
  take(): readonly SheetRow[] {
    const rows = this.#finished
    this.#finished = []
    return rows
  }

  open(name: string, tag: string): void {
    if (name === 'sheetData') this.#isInData = true
    else if (name === 'mergeCell') this.#merge(tag)
    if (!this.#isInData) return
    if (name === 'c') this.#openCell(tag)
    else if (name === 'v') {
      this.#text = ''
      this.#takes = true
    } else if (name === 't') {
      this.#text ??= ''
      this.#takes = !this.#phonetic
    } else if (name === 'rPh') this.#phonetic = true
    else if (name === 'row') this.#openRow(tag)
  }

  #merge(tag: string): void {
    const merged = mergedIn(attributeOf(tag, 'ref') ?? '')
    if (merged !== null) this.#seeMerged(merged)
  }

  #openRow(tag: string): void {
    const number = Number(attributeOf(tag, 'r') ?? Number.NaN)
    this.#row = Number.isInteger(number) && number > this.#row ? number - 1 : this.#row + 1
    if (this.#row >= lastRow) throw new Error('its cells lie beyond the last row')
    this.#column = -1
    this.#cells = []
  }

  text(text: string): void {
    if (this.#takes) this.#text = (this.#text ?? '') + text
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#takes = false
    else if (name === 'rPh') this.#phonetic = false
    else if (name === 'c') this.#closeCell()
    else if (name === 'row' && this.#cells.length > 0) this.#finished.push({ row: this.#row, cells: this.#cells })
    else if (name === 'sheetData') this.#isInData = false
  }

  #openCell(tag: string): void {
    const reference = attributeOf(tag, 'r')
    const column = reference === null ? -1 : columnOf(reference)
    this.#column = column < 0 ? this.#column + 1 : column
    this.#type = attributeOf(tag, 't') ?? 'n'
    this.#style = Number(attributeOf(tag, 's') ?? 0)
    this.#text = null
  }

  #closeCell(): void {
    const value = this.#value(this.#text)
    if (value === null || this.#column > 16_383) return
    this.#cells.push({ column: this.#column, value, format: this.#shared.styles[this.#style] ?? general })
  }

  #value(text: string | null): SheetCell['value'] | null {
    if (text === null) return null
    if (this.#type === 's') return this.#shared.strings[Number(text)] ?? null
    if (this.#type === 'str' || this.#type === 'inlineStr') return unescapeText(text)
    return text === '' ? null : typedValue(text, this.#type, this.#shared.is1904)
  }
}

/** The rows of one sheet's XML as it arrives. */
export async function* sheetRows(
  chunks: AsyncIterable<Uint8Array>,
  shared: Shared,
  { budget, seeMerged = () => {} }: { readonly budget: Budget; readonly seeMerged?: SeeMerged | undefined },
): AsyncGenerator<readonly SheetRow[]> {
  const gatherer = new RowGatherer(shared, seeMerged)
  for await (const _ of scanXml(chunks, gatherer, budget)) yield* inStretches(gatherer.take(), budget)
}
