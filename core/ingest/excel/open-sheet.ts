import type { Budget } from '../../budget.ts'
import type { ReadChoices } from '../choices.ts'
import { AsideLines, partAt } from '../layout/aside-lines.ts'
import { boundsOf, endedAt, isWholeFile, type OutlinedBounds } from '../layout/bounds.ts'
import { Outline } from '../layout/outline.ts'
import { ColumnSums, totalsLine } from '../layout/totals.ts'
import type { OpenedFile, Reading } from '../reader.ts'
import type { TextRow } from '../rows/block-writer.ts'
import { mostColumns, openRows, type RowChunks, RowSurvey } from '../rows/open-rows.ts'
import { isError, meaningOf } from './cell-text.ts'
import { MergedLabels } from './merged-labels.ts'
import { layOutSheet, type SheetLayout } from './sheet-layout.ts'
import { notesOnSheet } from './sheet-notes.ts'
import { cellsIn, type PlacedRow, SheetRecords } from './sheet-records.ts'
import { type CellText, textRow } from './sheet-rows.ts'
import { UnitCounts } from './unit-counts.ts'
import type { MergedCells, SeeMerged, Sheet, SheetRow, Workbook } from './workbook.ts'

const isFilled = (row: TextRow): boolean => row.some((text) => text !== null && text !== '')

const sampleSize = 200
/** Of a cell, so much is looked at to find the header. */
const longestExample = 1000
/** Merged cells beyond these are damage: Excel itself writes no more. */
const mostMerged = 1 << 16

type Source = { readonly sheet: Sheet; readonly is1904: boolean; readonly budget: Budget }

/** The first rows of a sheet, from one on. */
async function sampleRows({ sheet, is1904, budget }: Source, from = 0): Promise<PlacedRow[]> {
  const sample: PlacedRow[] = []
  for await (const rows of sheet.rows(budget.pass())) {
    for (const row of rows) {
      if (row.row < from) continue
      const cells = textRow(row, (cell) => meaningOf(cell, { is1904, isPercent: false }))
      if (cells.length > mostColumns) throw new Error(`it has more than ${mostColumns} columns`)
      const shown = cells.map((text) => text?.slice(0, longestExample) ?? null)
      if (isFilled(cells)) sample.push({ row: row.row, cells: shown })
      if (sample.length === sampleSize) return sample
    }
  }
  return sample
}

/** Who is told of what is met on the way through a sheet. */
type Witnesses = {
  readonly merged?: SeeMerged
  /** Sees every row from the header on that holds something. */
  readonly rows?: (rows: readonly PlacedRow[]) => void
  readonly aside?: AsideLines
}

/** What a row of a sheet is: a row of the table, or why it is none. */
function partOf(
  { row }: SheetRow,
  { headerRow, firstRow, bounds }: SheetLayout,
): 'row' | 'header' | ReturnType<typeof partAt> {
  const line = row + 1
  if (bounds.repeated.has(line)) return 'repeated header'
  if (row < headerRow || line >= bounds.endLine) return partAt(bounds.parts, line)
  return row < firstRow ? 'header' : 'row'
}

/** The rows of the table, without empty ones; a label that is merged over several stands in each. */
async function* valueRows(
  { sheet, budget }: Source,
  layout: SheetLayout,
  { textOf, witnesses = {} }: { readonly textOf: CellText; readonly witnesses?: Witnesses },
): RowChunks {
  const labels = new MergedLabels(layout.merged, layout.columns.left)
  for await (const rows of sheet.rows(budget.pass(), witnesses.merged)) {
    const filled: PlacedRow[] = []
    const values: TextRow[] = []
    for (const row of rows) {
      const cells = textRow(row, textOf)
      if (!isFilled(cells)) continue
      const part = partOf(row, layout)
      if (part === 'row') values.push(labels.fill(row, cells, textOf))
      else if (part !== 'header')
        witnesses.aside?.add(part, row.row + 1, () => cells.filter((text) => text !== null).join(' '))
      if (row.row >= layout.headerRow) filled.push({ row: row.row, cells })
    }
    witnesses.rows?.(filled)
    yield values
  }
}

type SheetSurvey = { readonly survey: RowSurvey; readonly units: UnitCounts; readonly aside: AsideLines }

/** Reads the whole sheet once to see what its columns hold; null when it was stopped. */
async function surveySheet(
  source: Source,
  layout: SheetLayout,
  { witnesses, signal }: { readonly witnesses: Witnesses; readonly signal: AbortSignal | undefined },
): Promise<SheetSurvey | null> {
  const survey = new RowSurvey(source.budget.pass())
  const [units, aside] = [new UnitCounts(), new AsideLines()]
  const plain = { is1904: source.is1904, isPercent: false }
  // An error is no value: it does not speak against the type of its column.
  const textOf: CellText = (cell) => {
    units.see(cell)
    return isError(cell.value) ? ' ' : meaningOf(cell, plain)
  }
  for await (const rows of valueRows(source, layout, { textOf, witnesses: { ...witnesses, aside } })) {
    if (signal?.aborted) return null
    await survey.add(rows.map((row) => row.map((text) => (text === ' ' ? null : text))))
  }
  return { survey, units, aside }
}

/** The line of the totals at the end of a table, if their numbers say so; null where there are none. */
async function totalsIn(source: Source, layout: SheetLayout, { bounds, possibleTotals }: OutlinedBounds) {
  const [first] = possibleTotals
  if (first === undefined) return null
  const sums = new ColumnSums('point')
  const above = { ...layout, bounds: endedAt(bounds, first.line) }
  const textOf: CellText = (cell) => meaningOf(cell, { is1904: source.is1904, isPercent: false })
  for await (const rows of valueRows(source, above, { textOf }))
    for (const cells of rows) sums.addRow(cellsIn({ row: 0, cells }, layout.columns))
  return totalsLine(possibleTotals, sums)
}

type Surveyed = SheetSurvey & { readonly layout: SheetLayout }

/** Surveys a sheet, and again where all of it shows merged cells, other tables or a footer. */
async function surveyed(
  source: Source,
  choices: ReadChoices,
  signal: AbortSignal | undefined,
): Promise<Surveyed | null> {
  const sample = await sampleRows(source)
  const layout = layOutSheet(sample, { choices })
  const outline = new Outline(layout.headerRecords.length)
  const records = new SheetRecords(layout.columns, layout.headerRecords[0])
  const merged: MergedCells[] = []
  const first = await surveySheet(source, layout, {
    signal,
    witnesses: {
      rows: (rows) => outline.observe(records.of(rows)),
      merged: (cells) => void (merged.length < mostMerged && merged.push(cells)),
    },
  })
  if (first === null) return null
  const outlined = boundsOf(outline, choices)
  const bounds = endedAt(outlined.bounds, await totalsIn(source, layout, outlined))
  if (isWholeFile(bounds) && merged.length === 0) return { ...first, layout: { ...layout, bounds } }
  const line = bounds.tables[bounds.table]?.line ?? 1
  const own = bounds.table === 0 ? sample : await sampleRows(source, line - 1)
  const settled = layOutSheet(own, { choices, merged, bounds })
  const second = await surveySheet(source, settled, { signal, witnesses: {} })
  return second && { ...second, layout: settled }
}

/** A sheet as typed columns; null when it was stopped. */
export async function openSheet(workbook: Workbook, sheet: Sheet, options: Reading): Promise<OpenedFile | null> {
  const { is1904 } = workbook
  const source = { sheet, is1904, budget: options.budget }
  const found = await surveyed(source, options.choices ?? {}, options.signal)
  if (found === null) return null
  const { layout, survey, aside } = found
  const units = found.units.units()
  const textOf: CellText = (cell) => meaningOf(cell, { is1904, isPercent: units.get(cell.column) === '%' })
  const notes = notesOnSheet(workbook, sheet, layout, aside)
  return openRows(
    {
      headers: layout.headers,
      evidence: survey.evidence,
      units,
      rows: () => valueRows(source, layout, { textOf }),
      report: () => ({ encoding: 'UTF-8', oddRows: 0, oddRowExamples: [], notes }),
    },
    options,
  )
}
