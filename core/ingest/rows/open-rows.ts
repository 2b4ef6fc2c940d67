import type { Budget } from '../../budget.ts'
import type { Block } from '../block.ts'
import type { IngestReport } from '../ingest-report.ts'
import { nameColumns } from '../name-columns.ts'
import { longestRow } from '../file-budget.ts'
import type { Batch, OpenedFile, Reading, ReadOptions } from '../reader.ts'
import { type BatchColumn, buildBatches } from '../types/build-batches.ts'
import { ColumnEvidence } from '../types/column-evidence.ts'
import { type ColumnPlan, habitsOf, planColumn } from '../types/column-plan.ts'
import { marksOf } from '../types/column-marks.ts'
import { notesOnPlans } from '../types/plan-notes.ts'
import { BlockWriter, type TextRow } from './block-writer.ts'

/** Rows as they come, some at a time. */
export type RowChunks = AsyncIterable<readonly TextRow[]>

/** The part of a report that a reader knows by itself. */
export type RowsReport = Pick<IngestReport, 'encoding' | 'oddRows' | 'oddRowExamples' | 'notes'>

/** Stands for a unit where a file's own formats say that cells are durations. */
export const durationUnit = 'h:mm:ss'

/** Rows of text whose columns were surveyed. */
export type SurveyedRows = {
  /** Names as the file has them, by place; none where it has none. */
  readonly headers: readonly string[]
  readonly evidence: readonly ColumnEvidence[]
  /** A unit that the file's own formats give to numbers, by place; `durationUnit` where they are lengths of time. */
  readonly units: ReadonlyMap<number, string>
  /** Columns that hold nothing and have no name are left out at both ends. */
  readonly rows: () => RowChunks
  readonly report: () => RowsReport
}

const rawPlan: ColumnPlan = { type: 'text', nulls: 'empty', keepsNa: true }

/** About the work of a cell and of a character, besides what making its text took. */
const [stepsOfCell, stepsOfCharacter] = [3, 0.1]

/** Charges the text of a row, before it is written as one of so many cells. */
function chargeTexts(row: TextRow, width: number, budget: Budget): void {
  let length = 0
  for (const text of row) length += text === null || text === undefined ? 0 : text.length
  if (length > longestRow) throw new Error(`it has a row of more than ${longestRow >> 20} MB, which no table has`)
  budget.charge('bytes', length)
  budget.work(width * stepsOfCell + length * stepsOfCharacter)
}

/** Packs chunks of rows into blocks of one width. */
async function* blocksOf(chunks: RowChunks, width: number, budget: Budget): AsyncGenerator<Block> {
  const writer = new BlockWriter(width)
  for await (const rows of chunks) {
    for (const row of rows) {
      chargeTexts(row, width, budget)
      writer.add(row)
      if (writer.isFull) yield writer.take()
      if (budget.isDue) await budget.rest()
    }
  }
  if (writer.rows > 0) yield writer.take()
}

/** A row wider than this is damage, or a stray cell far from its table. */
export const mostColumns = 4096

/** Gathers what every column of some rows holds, however many columns come to light. */
export class RowSurvey {
  readonly evidence: ColumnEvidence[] = []
  rows = 0
  readonly #budget: Budget

  constructor(budget: Budget) {
    this.#budget = budget
  }

  async add(rows: readonly TextRow[]): Promise<void> {
    if (rows.length === 0) return
    const budget = this.#budget
    const width = rows.reduce((most, row) => Math.max(most, row.length), this.evidence.length)
    this.#widen(width, rows.length)
    const writer = new BlockWriter(width)
    for (const row of rows) {
      chargeTexts(row, width, budget)
      writer.add(row)
      if (writer.isFull) this.#observe(writer.take())
      if (budget.isDue) await budget.rest()
    }
    if (writer.rows > 0) this.#observe(writer.take())
    this.rows += rows.length
  }

  /** Every row is as wide as the widest: all are charged before any is padded. */
  #widen(width: number, more: number): void {
    if (width > mostColumns) throw new Error(`it has more than ${mostColumns} columns`)
    this.#budget.charge('cells', (width - this.evidence.length) * this.rows + width * more)
    while (this.evidence.length < width) this.evidence.push(new ColumnEvidence())
  }

  #observe(block: Block): void {
    for (const [column, seen] of this.evidence.entries()) seen.observe(block, column)
  }
}

/** A plan for numbers whose unit stands in the cells' formats and not in their text. */
function withUnit(plan: ColumnPlan, unit: string | undefined): ColumnPlan {
  if (unit === undefined || unit === durationUnit || (plan.type !== 'integer' && plan.type !== 'decimal')) return plan
  return { ...plan, type: unit === '%' ? 'decimal' : plan.type, unit }
}

/** The columns to build: all but those at either end without a name and without a value. */
function columnsOf(
  { headers, evidence, units }: SurveyedRows,
  names: readonly string[],
  options: ReadOptions,
): BatchColumn[] {
  const isRaw = options.raw === true
  const habits = habitsOf(evidence, options.choices)
  const columns = evidence.map((seen, place) => {
    const name = names[place] ?? ''
    const unit = units.get(place)
    const planned = { name, evidence: seen, areDurations: unit === durationUnit }
    const plan = isRaw ? rawPlan : withUnit(planColumn(planned, habits), unit)
    return { field: { name, type: plan.type }, plan, place }
  })
  if (isRaw) return columns
  const isKept = ({ place }: BatchColumn): boolean => {
    const seen = evidence[place]
    return (headers[place] ?? '').trim() !== '' || (seen !== undefined && !seen.isVoid)
  }
  const [first, last] = [columns.findIndex(isKept), columns.findLastIndex(isKept)]
  return first < 0 ? columns.slice(0, 1) : columns.slice(first, last + 1)
}

/** Typed batches out of surveyed rows. */
export function openRows(surveyed: SurveyedRows, options: Reading): OpenedFile {
  const { headers, evidence } = surveyed
  const hasHeader = headers.length > 0
  const { names, notes: renamed } = nameColumns(headers, evidence.length)
  const columns = columnsOf(surveyed, names, options)
  const notes = [
    ...(hasHeader ? columns.map(({ place }) => renamed[place] ?? null).filter((note) => note !== null) : []),
    ...notesOnPlans(columns, evidence),
  ]
  let rowsRead = 0
  async function* batches(): AsyncGenerator<Batch> {
    rowsRead = 0
    for await (const batch of buildBatches(
      blocksOf(surveyed.rows(), evidence.length, options.budget.pass()),
      columns,
    )) {
      if (options.signal?.aborted) return
      rowsRead += batch.table.rows
      yield batch
    }
  }
  return {
    fields: columns.map(({ field }) => field),
    headers: hasHeader ? columns.map(({ place }) => headers[place] ?? '') : [],
    ...marksOf(columns),
    batches,
    report: () => {
      const own = surveyed.report()
      return { ...own, delimiter: null, hasHeader, rowsRead, notes: [...own.notes, ...notes] }
    },
  }
}
