/** A sheet of a workbook, a table of a database, a member of an archive, a list of a document. */
export type FilePart = {
  readonly name: string
  /** Rows below the header. Missing where only reading the part would tell. */
  readonly rows?: number
  /** Counting ended at `rows`; the part has more. */
  readonly hasMoreRows?: true
  readonly columns?: number
  /** The names of its first columns, none where it has no header, then its first rows, cut to what a card shows. */
  readonly head?: readonly (readonly string[])[]
  readonly isHidden?: boolean
  /** The part that is read where nobody chooses one. */
  readonly isDefault?: true
}

/** One thing that was found about a file, and in a sentence why, where there is something to say. */
export type Found<Value> = { readonly value: Value; readonly why: string | null }

/** What a line that was not loaded is. */
export type AsidePart = 'skipped' | 'comment' | 'repeated header' | 'footer' | 'other table'

/** A table that a file holds beside others. */
export type FoundTable = {
  /** The line of its header, or of its first row; from 1. */
  readonly line: number
  /** The rows below its header, at most: odd ones and its own footer are among them. */
  readonly rows: number
  readonly columns: number
  /** The beginning of its header. */
  readonly names: string
}

/** How a text file is written, by the evidence or as a person chose: each value is one that `ReadChoices` takes. */
export type TextFindings = {
  readonly encoding: Found<string>
  readonly delimiter: Found<string>
  readonly quote: Found<'"' | "'" | ''>
  readonly escape: Found<'doubled' | 'backslash'>
  /** What ends its lines. */
  readonly newline: Found<'LF' | 'CRLF' | 'CR' | 'mixed'>
  readonly comment: Found<string>
  readonly skippedLines: Found<number>
  readonly headerRows: Found<number>
  readonly table: Found<number>
  readonly tables: readonly FoundTable[]
  /** Lines that are no rows of the table, by what they are: all counted, the first hundred word for word. */
  readonly aside: {
    readonly counts: Readonly<Record<AsidePart, number>>
    readonly examples: readonly { readonly line: number; readonly part: AsidePart; readonly text: string }[]
  }
}

/** Columns of a wide table that are named by periods of one kind. */
export type PeriodColumns = {
  /** What such a period is called: `Month`. */
  readonly period: string
  readonly columns: readonly string[]
}

/** What reading a file found and did, in figures a person can check: rows in = rows loaded + rows odd. */
export type IngestReport = {
  readonly encoding: string
  readonly delimiter: string | null
  readonly hasHeader: boolean
  readonly rowsRead: number
  /** Rows kept whose number of cells differed from the header's: padded with nulls, or their surplus kept aside. */
  readonly oddRows: number
  readonly oddRowExamples: readonly { readonly line: number; readonly cells: number; readonly text: string }[]
  /** Sentences on anything else that was changed or assumed, such as renamed duplicate headers. */
  readonly notes: readonly string[]
  /** Of a file that may hold several tables: all that can be chosen as the sheet, in the file's order, and the one that was read. */
  readonly parts?: readonly FilePart[] | undefined
  readonly part?: string
  /** Of a table with a column for each period, which can be turned into long form, or was. */
  readonly periods?: PeriodColumns | undefined
  /** Of a text file; reports stored by earlier versions lack it. */
  readonly found?: TextFindings | undefined
}
