import type { Budget, Steps } from '../budget.ts'
import type { Batch } from '../ingest/reader.ts'
import type { Field } from '../table/table.ts'
import { categoryAssociations, correlationRatios, rankCorrelations, type SampledColumn } from './associations.ts'
import { domainsOf } from './domains/domain.ts'
import { DuplicateRows } from './duplicate-rows.ts'
import type { TextHashes } from './hash.ts'
import { keyCandidates } from './key-candidates.ts'
import { MissingPatterns } from './missing-patterns.ts'
import type { ColumnProfile } from './profile.ts'
import { RowHashes } from './row-hashes.ts'
import { RowSample } from './row-sample.ts'
import type { TableProfile } from './table-profile.ts'
import { timeOf } from './time-column.ts'
import type { TimeProfile } from './time-profile.ts'
import { unusualRows } from './unusual-rows.ts'

/** Maximum distinct rows counted exactly; 5 MB. */
const exactRows = 1 << 17
/** Maximum distinct values of a categorical column. */
const maxCategories = 50

/** Budget steps per cross-column analysis; each ends with a yield. */
const stepsOfPart = 1 << 18

const isMeasure = ({ type, numbers, distinct }: ColumnProfile): boolean =>
  numbers !== null && (type === 'integer' || type === 'decimal' || type === 'duration') && distinct.count > 1

/** A running row number carries no information. */
const isRunning = ({ numbers }: ColumnProfile): boolean => {
  const order = numbers?.shape?.order
  return order === 'increasing' || order === 'decreasing'
}

const isCategory = ({ type, distinct }: ColumnProfile): boolean =>
  (type === 'text' || type === 'boolean' || type === 'integer') && distinct.count > 1 && distinct.count <= maxCategories

/** Statistics across columns. */
export class TableProfiler {
  readonly #duplicates = new DuplicateRows(exactRows)
  readonly #missing: MissingPatterns
  readonly #sample: RowSample

  constructor(fields: readonly Field[]) {
    this.#missing = new MissingPatterns(fields.map(({ name }) => name))
    this.#sample = new RowSample(fields.length)
  }

  /** Yields after each column. */
  *add(batch: Batch, texts: readonly (TextHashes | null)[]): Steps<void> {
    const hashes = new RowHashes(batch.table.rows)
    yield* hashes.add(batch, texts)
    this.#duplicates.add(hashes, batch.firstRow)
    yield
    this.#missing.add(batch)
    yield
    this.#sample.add(batch.table, batch.firstRow, texts)
  }

  merge(other: TableProfiler): void {
    this.#duplicates.merge(other.#duplicates)
    this.#missing.merge(other.#missing)
    this.#sample.merge(other.#sample)
  }

  *finish(
    columns: readonly ColumnProfile[],
    rows: number,
    budget?: Budget,
  ): Steps<{ readonly table: TableProfile; readonly time: TimeProfile | null }> {
    const sample = this.#sample.finish()
    const all = columns.map(({ name }, index) => ({ name, values: sample.columns[index] ?? new Float64Array(0) }))
    const choose = (isChosen: (column: ColumnProfile) => boolean): SampledColumn[] =>
      all.filter((_, index) => isChosen(columns[index] as ColumnProfile))
    const [numbers, categories] = [choose(isMeasure), choose(isCategory)]
    const measures = choose((column) => isMeasure(column) && !isRunning(column))
    const part = function* <Part>(found: Part): Steps<Part> {
      budget?.work(stepsOfPart)
      yield
      return found
    }
    const table: TableProfile = {
      sampledRows: sample.rows.length,
      spearman: yield* part(rankCorrelations(numbers)),
      cramersV: yield* part(categoryAssociations(categories)),
      correlationRatio: yield* part(correlationRatios(categories, numbers)),
      unusual: yield* part(unusualRows(measures, sample)),
      keys: yield* part(keyCandidates(columns, rows, sample)),
      duplicates: this.#duplicates.finish(),
      missing: this.#missing.finish(),
      domains: yield* part(domainsOf(columns)),
    }
    return { table, time: timeOf(columns, rows, { all, measures }) }
  }
}
