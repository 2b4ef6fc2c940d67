/** A sheet of a workbook, a table of a database, a member of an archive, a list of a document. */
type FilePart = {
  readonly name: string
  /** Where the file says so, or counting is cheap. */
  readonly rows?: number
  readonly isHidden?: boolean
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
}
