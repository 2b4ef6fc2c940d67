/** Association of two columns. */
export type Association = { readonly a: string; readonly b: string; readonly value: number; readonly rows: number }

/** Rows that equal another in every cell. */
export type Duplicates = {
  /** Rows that could be removed without losing a distinct one. */
  readonly rows: number
  readonly exact: boolean
  /** At most ten duplicate rows, each with its first occurrence. */
  readonly examples: readonly { readonly row: number; readonly first: number }[]
}

/** Columns that are null together and the number of rows; an empty list means rows without nulls. */
export type MissingPattern = { readonly columns: readonly string[]; readonly rows: number }

/** Columns that identify rows, or all but a few. */
export type KeyCandidate = {
  readonly columns: readonly string[]
  /** Rows that repeat an earlier key; 0 for a true key. */
  readonly repeated: number
  /** Rows with a null in the key. */
  readonly nulls: number
  /** True if every row was examined; otherwise a sample. */
  readonly exact: boolean
}

/** A row that is an outlier over all numeric columns together. */
export type UnusualRow = { readonly row: number; readonly score: number }

/** A field of work that names and values indicate. */
export type DomainGuess = {
  readonly id: string
  readonly title: string
  /** From 0 to 1: combines the share of evidence for the domain and the share of recognised words. */
  readonly score: number
  /** Names and values that support it. */
  readonly evidence: readonly string[]
}

export type TableProfile = {
  /** Rows sampled for the first five analyses below; equal to the row count if all were examined. */
  readonly sampledRows: number
  /** Spearman's rank correlation of numeric columns. */
  readonly spearman: readonly Association[]
  /** Bias-corrected Cramér's V (Bergsma 2013) of columns with few distinct values. */
  readonly cramersV: readonly Association[]
  /** Correlation ratio η: the share of variance of number `b` between the groups of `a`. */
  readonly correlationRatio: readonly Association[]
  /** The ten highest isolation forest scores over numeric columns; 0.5 is ordinary, near 1 isolated. */
  readonly unusual: readonly UnusualRow[]
  /** Single columns first; pairs and triples only if no column is a key. At most eight. */
  readonly keys: readonly KeyCandidate[]
  readonly duplicates: Duplicates
  /** Most frequent first, at most twelve. */
  readonly missing: readonly MissingPattern[]
  /** Best first, at most three; empty if none is recognised. */
  readonly domains: readonly DomainGuess[]
}
