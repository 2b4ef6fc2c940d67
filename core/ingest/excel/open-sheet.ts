import type { Budget } from '../../budget.ts'
import type { OpenedFile, Reading } from '../reader.ts'
import type { TextRow } from '../rows/block-writer.ts'
import { durationUnit, mostColumns, openRows, type RowChunks, RowSurvey, type RowsReport } from '../rows/open-rows.ts'
import { displayOf, isError, meaningOf } from './cell-text.ts'
import { layOutSheet, type SampleRow, type SheetLayout } from './sheet-layout.ts'
import type { Sheet, SheetCell, SheetRow, Workbook } from './workbook.ts'

type CellText = (cell: SheetCell) => string | null

function textRow({ cells }: SheetRow, textOf: CellText): TextRow {
  const row: (string | null)[] = []
  for (const cell of cells) {
    while (row.length < cell.column) row.push(null)
    row[cell.column] = textOf(cell)
  }
  return row
}

const isFilled = (row: TextRow): boolean => row.some((text) => text !== null && text !== '')

const sampleSize = 200
/** Of a cell, so much is looked at to find the header. */
const longestExample = 1000

async function sampleRows(sheet: Sheet, textOf: CellText, budget: Budget): Promise<SampleRow[]> {
  const sample: SampleRow[] = []
  for await (const rows of sheet.rows(budget)) {
    for (const row of rows) {
      const cells = textRow(row, textOf)
      if (cells.length > mostColumns) throw new Error(`it has more than ${mostColumns} columns`)
      const shown = cells.map((text) => text?.slice(0, longestExample) ?? null)
      if (isFilled(cells)) sample.push({ row: row.row, cells: shown })
      if (sample.length === sampleSize) return sample
    }
  }
  return sample
}

/** Counts what formats say of a column's numbers. */
class UnitCounts {
  readonly #columns: { numbers: number; readonly units: Map<string, number> }[] = []

  see({ value, format, column }: SheetCell): void {
    if (typeof value !== 'number') return
    let counts = this.#columns[column]
    counts ??= this.#columns[column] = { numbers: 0, units: new Map() }
    counts.numbers++
    const unit = format.kind === 'percent' ? '%' : format.kind === 'duration' ? durationUnit : format.symbol
    if (unit !== null) counts.units.set(unit, (counts.units.get(unit) ?? 0) + 1)
  }

  /** The unit of every column whose numbers nearly all carry it and none another. */
  units(): Map<number, string> {
    const found = new Map<number, string>()
    for (const [place, counts] of this.#columns.entries()) {
      const [only, other] = [...(counts?.units ?? [])]
      if (counts && only && !other && only[1] * 10 >= counts.numbers * 9) found.set(place, only[0])
    }
    return found
  }
}

type Values = { readonly sheet: Sheet; readonly layout: SheetLayout; readonly budget: Budget }

/** The table's rows after the header, without empty ones. */
async function* valueRows({ sheet, layout, budget }: Values, textOf: CellText): RowChunks {
  let left = layout.skipped
  for await (const rows of sheet.rows(budget.pass())) {
    const texts = rows.map((row) => textRow(row, textOf)).filter((row) => isFilled(row))
    const skipped = Math.min(left, texts.length)
    left -= skipped
    yield texts.slice(skipped)
  }
}

function notesOn({ sheets }: Workbook, sheet: Sheet, layout: SheetLayout): string[] {
  const others = sheets.filter((one) => one !== sheet).map(({ name }) => `“${name}”`)
  const above = layout.above.map((text) => `“${text.slice(0, 80)}”`)
  return [
    ...(others.length > 0 ? [`This is the sheet “${sheet.name}”; the workbook also has ${others.join(', ')}.`] : []),
    ...(above.length > 0 ? [`Above the table stands ${above.join(', ')}, which is not part of it.`] : []),
    ...(layout.headers.length > 0 ? [] : ['The sheet has no header; columns are named by their place.']),
  ]
}

/** A sheet as typed columns; null when it was stopped. */
export async function openSheet(workbook: Workbook, sheet: Sheet, options: Reading): Promise<OpenedFile | null> {
  const { is1904 } = workbook
  const { budget } = options
  const plain = { is1904, isPercent: false }
  const sample = await sampleRows(sheet, (cell) => meaningOf(cell, plain), budget.pass())
  const layout = layOutSheet(sample, options.choices)
  const survey = new RowSurvey(budget.pass())
  const units = new UnitCounts()
  // An error is no value: it does not speak against the type of its column.
  const values = { sheet, layout, budget }
  const surveyed = valueRows(values, (cell) => {
    units.see(cell)
    return isError(cell.value) ? ' ' : meaningOf(cell, plain)
  })
  for await (const rows of surveyed) {
    if (options.signal?.aborted) return null
    await survey.add(rows.map((row) => row.map((text) => (text === ' ' ? null : text))))
  }
  const found = units.units()
  const rows = (): RowChunks =>
    valueRows(values, (cell) => meaningOf(cell, { is1904, isPercent: found.get(cell.column) === '%' }))
  const notes = notesOn(workbook, sheet, layout)
  return openRows(
    {
      headers: layout.headers,
      evidence: survey.evidence,
      units: found,
      rows,
      report: () => ({ encoding: 'UTF-8', oddRows: 0, oddRowExamples: [], notes }),
    },
    options,
  )
}

/** The corner where a sheet's cells begin: Excel, too, writes a sheet from there on. */
async function cornerOf(sheet: Sheet, budget: Budget): Promise<{ readonly top: number; readonly left: number }> {
  let [top, left] = [-1, Number.POSITIVE_INFINITY]
  for await (const rows of sheet.rows(budget)) {
    for (const { row, cells } of rows) {
      const first = cells.find(({ value }) => value !== '')
      if (first === undefined) continue
      if (top < 0) top = row
      left = Math.min(left, first.column)
    }
  }
  return top < 0 ? { top: 0, left: 0 } : { top, left }
}

const rowsAtOnce = 4096

/** Empty rows between others, which a sheet has only because the next one says its place. */
async function* emptyRows(count: number, budget: Budget): RowChunks {
  budget.charge('cells', count)
  for (let left = count; left > 0; left -= rowsAtOnce) {
    yield Array.from({ length: Math.min(left, rowsAtOnce) }, () => [])
    budget.work(rowsAtOnce)
    await budget.rest()
  }
}

async function* displayedRows({ is1904 }: Workbook, sheet: Sheet, budget: Budget): RowChunks {
  const { top, left } = await cornerOf(sheet, budget.pass())
  let next = top
  for await (const rows of sheet.rows(budget)) {
    let texts: TextRow[] = []
    for (const row of rows) {
      if (row.row < top) continue
      if (row.row > next) {
        yield texts
        texts = []
        yield* emptyRows(row.row - next, budget)
      }
      texts.push(textRow(row, (cell) => displayOf(cell, is1904)).slice(left))
      next = row.row + 1
    }
    yield texts
  }
}

/** Every cell of a sheet as Excel shows it, empty rows between others included. */
export async function openDisplayed(workbook: Workbook, sheet: Sheet, options: Reading): Promise<OpenedFile> {
  const { budget } = options
  const survey = new RowSurvey(budget.pass())
  const rows = (): RowChunks => displayedRows(workbook, sheet, budget.pass())
  for await (const chunk of rows()) await survey.add(chunk)
  const own: RowsReport = { encoding: 'UTF-8', oddRows: 0, oddRowExamples: [], notes: [] }
  return openRows({ headers: [], evidence: survey.evidence, units: new Map(), rows, report: () => own }, options)
}
