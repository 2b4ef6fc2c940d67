import type { Budget } from '../budget.ts'
import type { Failure } from '../errors.ts'
import type { Result } from '../result.ts'
import type { Field, Table } from '../table/table.ts'
import type { ReadChoices } from './choices.ts'
import type { FileInput } from './file-input.ts'
import type { IngestReport } from './ingest-report.ts'

/** A cell whose text did not fit its column's type: null in the table, its text kept here. Rows count from 0 over the file. */
export type OddCell = { readonly row: number; readonly column: number; readonly text: string }

/** Cells that a row has beyond the last column. Rows count from 0 over the file. */
export type SurplusCells = { readonly row: number; readonly cells: readonly string[] }

/** Consecutive rows of a file as typed columns. */
export type Batch = {
  readonly firstRow: number
  readonly table: Table
  readonly odd: readonly OddCell[]
  /** Of raw text. */
  readonly surplus?: readonly SurplusCells[]
}

export type ReadOptions = {
  /** Every cell's text as it stands, nothing typed, nothing taken for null but the empty cell. */
  readonly raw?: boolean
  /** Keeps last records that are sums of the rows above them, as rows. */
  readonly keepsTotals?: boolean
  /** What the person decided; the rest is left to the evidence. */
  readonly choices?: ReadChoices
  /** Called now and then with the share of the work done, from 0 to 1. */
  readonly progress?: (fraction: number) => void
  readonly signal?: AbortSignal
  /** What reading may take, and by which it gives others their turn; that of a file where it is left out. */
  readonly budget?: Budget
}

/** The options of a reading whose budget is settled. */
export type Reading = ReadOptions & { readonly budget: Budget }

/** A file whose columns and types are known; its rows are still to be read. */
export type OpenedFile = {
  readonly fields: readonly Field[]
  /** The headers as the file has them, before they were made unique. */
  readonly headers: readonly string[]
  /** The symbol that numbers of a column carried (`%`, `$`), by column name. */
  readonly units: ReadonlyMap<string, string>
  /** Columns of numbers whose thousands were parted by a mark. */
  readonly grouped?: ReadonlySet<string>
  /** Every row, in order. Ends early, without an error, when the signal is aborted. */
  readonly batches: () => AsyncIterable<Batch>
  /** Complete once all batches were read. */
  readonly report: () => IngestReport
}

/** One kind of file: how to know it, how to read it. */
export type Reader = {
  /** As people call it: `CSV`. */
  readonly title: string
  /** Endings of file names, lower case, without the dot. */
  readonly extensions: readonly string[]
  /** Do the first bytes look like this kind? Asked after the extension, and when the extension is unknown. */
  readonly sniff: (head: Uint8Array) => boolean
  /** Does it read from the back or by pages, so that a file which can only be read from its beginning must be unpacked first? */
  readonly readsByPlaces: boolean
  readonly open: (file: FileInput, options: ReadOptions) => Promise<Result<OpenedFile, Failure>>
}
