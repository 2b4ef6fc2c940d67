import { atOnce, type Budget, inTurns, type Steps } from '../budget.ts'
import type { IngestReport } from '../ingest/ingest-report.ts'
import type { Batch, OpenedFile } from '../ingest/reader.ts'
import { type Field, isNumberColumn } from '../table/table.ts'
import type { ColumnProfiler } from './column-findings.ts'
import { columnProfiler } from './column-profiler.ts'
import { Correlations } from './correlations.ts'
import { hashTexts, type TextHashes } from './hash.ts'
import { type ColumnProfile, type Profile, profileVersion } from './profile.ts'
import { TableProfiler } from './table-profiler.ts'

type FollowedColumn = {
  readonly field: Field
  readonly profiler: ColumnProfiler
  readonly odd: { readonly row: number; readonly text: string }[]
}

const isMeasured = ({ type }: Field): boolean => type === 'integer' || type === 'decimal' || type === 'duration'

/** Currency and unit signs and thousands separators of a file's numbers, by column. */
export type NumberMarks = Pick<OpenedFile, 'units' | 'grouped'>

/** Budget steps per cell, and per column at the end. */
const [stepsOfCell, stepsOfColumn] = [2, 20_000]

/**
 * Profiles a table batch by batch in one pass. Profilers of parts of a file merge; row numbers count over the whole
 * file.
 */
export class Profiler {
  #rows = 0
  readonly #columns: readonly FollowedColumn[]
  readonly #correlations: Correlations
  readonly #marks: NumberMarks
  readonly #table: TableProfiler

  constructor(fields: readonly Field[], marks: NumberMarks = { units: new Map() }) {
    this.#columns = fields.map((field) => ({ field, profiler: columnProfiler(field, fields.length), odd: [] }))
    this.#correlations = new Correlations(fields.filter(isMeasured).map(({ name }) => name))
    this.#marks = marks
    this.#table = new TableProfiler(fields)
  }

  add(batch: Batch): void {
    atOnce(this.#adding(batch))
  }

  /** Like `add`, yielding between columns. */
  addInTurns(batch: Batch, budget: Budget): Promise<void> {
    return inTurns(this.#adding(batch), budget, batch.table.rows * stepsOfCell)
  }

  *#adding(batch: Batch): Steps<void> {
    const { table, odd, firstRow } = batch
    this.#rows += table.rows
    const texts: (TextHashes | null)[] = []
    for (const [index, { profiler }] of this.#columns.entries()) {
      const column = table.columns[index]
      texts.push(column?.type === 'text' ? hashTexts(column.dictionary) : null)
      if (column !== undefined) profiler.add(column, { firstRow, hashes: texts[index] ?? null })
      yield
    }
    for (const { row, column, text } of odd) this.#columns[column]?.odd.push({ row, text })
    this.#correlations.add(
      table.columns.filter(isNumberColumn).flatMap((column) => (isMeasured(column) ? [column.values] : [])),
    )
    yield
    yield* this.#table.add(batch, texts)
  }

  merge(other: Profiler): void {
    this.#rows += other.#rows
    for (const [index, { profiler, odd }] of this.#columns.entries()) {
      const part = other.#columns[index]
      if (part === undefined) continue
      profiler.merge(part.profiler)
      odd.push(...part.odd)
    }
    this.#correlations.merge(other.#correlations)
    this.#table.merge(other.#table)
  }

  finish(ingest: IngestReport): Profile {
    return atOnce(this.#finishing(ingest))
  }

  /** Like `finish`, yielding between its parts. */
  finishInTurns(ingest: IngestReport, budget: Budget): Promise<Profile> {
    return inTurns(this.#finishing(ingest, budget), budget)
  }

  *#finishing(ingest: IngestReport, budget?: Budget): Steps<Profile> {
    const columns: ColumnProfile[] = []
    for (const column of this.#columns) {
      columns.push(this.#columnProfile(column))
      budget?.work(stepsOfColumn)
      yield
    }
    return {
      version: profileVersion,
      rows: this.#rows,
      columns,
      correlations: this.#correlations.finish(),
      ...(yield* this.#table.finish(columns, this.#rows, budget)),
      ingest,
    }
  }

  #columnProfile({ field, profiler, odd }: FollowedColumn): ColumnProfile {
    const found = profiler.finish()
    const unit = this.#marks.units.get(field.name)
    return {
      ...field,
      ...(unit === undefined ? {} : { unit }),
      ...(this.#marks.grouped?.has(field.name) ? { isGrouped: true } : {}),
      ...found,
      nulls: found.nulls - odd.length,
      oddCount: odd.length,
      odd,
    }
  }
}
