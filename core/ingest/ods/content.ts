import type { Budget } from '../../budget.ts'
import type { RepeatedRow, SeeMerged, SheetCell } from '../excel/workbook.ts'
import { attributeOf, type XmlHandler } from '../excel/xml-scanner.ts'
import { cellIn, countIn, type OdsCell, sheetCell } from './ods-cell.ts'
import { ownValue } from '../../own-value.ts'

/** A sheet as the document lists it. */
export type OdsSheet = { readonly name: string; readonly isHidden: boolean }

/** Finds the sheets of a document, and which of them are hidden. */
export class SheetLister implements XmlHandler {
  readonly sheets: OdsSheet[] = []
  readonly #hidden = new Set<string>()
  #style = ''
  #depth = 0

  open(name: string, tag: string): void {
    if (name === 'style') this.#style = attributeOf(tag, 'name') ?? ''
    else if (name === 'table-properties' && attributeOf(tag, 'display') === 'false') this.#hidden.add(this.#style)
    else if (name === 'table' && this.#depth++ === 0) {
      const style = attributeOf(tag, 'style-name') ?? ''
      this.sheets.push({ name: attributeOf(tag, 'name') ?? '', isHidden: this.#hidden.has(style) })
    }
  }

  close(name: string): void {
    if (name === 'table') this.#depth--
  }

  text(): void {}
}

const mostColumns = 16_384
/** What stands beside a cell's own text. */
const asides: ReadonlySet<string> = new Set(['annotation', 'tracked-changes', 'shapes'])
const marks: Readonly<Record<string, string>> = { tab: '\t', 'line-break': '\n' }
/** About the work of one more cell that is said to repeat. */
const stepsOfCell = 4

/** Gathers the rows of one sheet, by its place. */
export class RowLister implements XmlHandler {
  #finished: RepeatedRow[] = []
  readonly #wanted: number
  readonly #budget: Budget
  readonly #seeMerged: SeeMerged
  #sheet = -1
  #depth = 0
  #aside = 0
  #row = 0
  #rowRepeats = 1
  #column = 0
  #cells: SheetCell[] = []
  #cell: OdsCell | null = null
  #paragraphs: string[] = []
  #isInText = false

  constructor(wanted: number, budget: Budget, seeMerged: SeeMerged = () => {}) {
    this.#seeMerged = seeMerged
    this.#wanted = wanted
    this.#budget = budget
  }

  /** The rows that have been closed since this was last asked. */
  take(): readonly RepeatedRow[] {
    const rows = this.#finished
    this.#finished = []
    return rows
  }

  open(name: string, tag: string): void {
    if (name === 'table' && this.#depth++ === 0) this.#sheet++
    if (asides.has(name)) this.#aside++
    if (this.#sheet !== this.#wanted || this.#depth !== 1 || this.#aside > 0) return
    if (name === 'table-row') this.#openRow(tag)
    else if (name === 'table-cell') {
      this.#cell = cellIn(tag)
      this.#paragraphs = []
    } else if (name === 'covered-table-cell') this.#column += countIn(tag, 'number-columns-repeated')
    else if (this.#cell !== null) this.#openText(name, tag)
  }

  #openRow(tag: string): void {
    this.#rowRepeats = countIn(tag, 'number-rows-repeated')
    this.#column = 0
    this.#cells = []
  }

  #openText(name: string, tag: string): void {
    if (name === 'p') {
      this.#paragraphs.push('')
      this.#isInText = true
    } else if (name === 's') this.#add(' '.repeat(Math.min(1000, countIn(tag, 'c'))))
    else this.#add(ownValue(marks, name) ?? '')
  }

  #add(text: string): void {
    if (!this.#isInText || this.#paragraphs.length === 0) return
    this.#budget.charge('bytes', text.length)
    this.#paragraphs.push((this.#paragraphs.pop() ?? '') + text)
  }

  text(text: string): void {
    if (this.#isInText && this.#aside === 0) this.#add(text)
  }

  close(name: string): void {
    if (asides.has(name)) this.#aside--
    else if (this.#aside > 0) return
    else if (name === 'p') this.#isInText = false
    else if (name === 'table-cell') this.#closeCell()
    else if (name === 'table-row') this.#closeRow()
    if (name === 'table') this.#depth--
  }

  #closeCell(): void {
    const cell = this.#cell
    this.#cell = null
    if (cell === null) return
    this.#see(cell)
    const first = sheetCell(cell, this.#column, this.#paragraphs.join('\n'))
    const end = Math.min(mostColumns, this.#column + cell.repeats)
    this.#budget.work(Math.max(0, end - this.#column) * stepsOfCell)
    if (first !== null) for (; this.#column < end; this.#column++) this.#cells.push({ ...first, column: this.#column })
    else this.#column += cell.repeats
  }

  #see({ columns, rows }: OdsCell): void {
    if (columns === 1 && rows === 1) return
    const [top, left] = [this.#row, this.#column]
    this.#seeMerged({ top, left, bottom: top + rows - 1, right: left + columns - 1 })
  }

  #closeRow(): void {
    if (this.#sheet !== this.#wanted || this.#depth !== 1) return
    if (this.#cells.length > 0) {
      this.#finished.push({ row: this.#row, cells: this.#cells, repeats: this.#rowRepeats })
    }
    this.#row += this.#rowRepeats
    this.#cells = []
  }
}
