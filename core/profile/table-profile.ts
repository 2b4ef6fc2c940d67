/** How two columns go together. */
export type Association = { readonly a: string; readonly b: string; readonly value: number; readonly rows: number }

/** Rows that equal another in every cell. */
export type Duplicates = {
  /** Rows that could go without losing a different one. */
  readonly rows: number
  readonly exact: boolean
  /** Rows that have an earlier equal, at most ten, with that earlier row. */
  readonly examples: readonly { readonly row: number; readonly first: number }[]
}

/** Columns that are without a value together, in how many rows; an empty list: rows without any null. */
export type MissingPattern = { readonly columns: readonly string[]; readonly rows: number }

/** Columns whose values together tell every row apart, or all but a few. */
export type KeyCandidate = {
  readonly columns: readonly string[]
  /** Rows that repeat an earlier row's key; 0 for a key. */
  readonly repeated: number
  /** Rows where some column of it is null. */
  readonly nulls: number
  /** Was every row looked at? Otherwise a sample of them. */
  readonly exact: boolean
}

/** A row that is unlike the others over all numeric columns together. */
export type UnusualRow = { readonly row: number; readonly score: number }

/** A field people work in that names and values point to. */
export type DomainGuess = {
  readonly id: string
  readonly title: string
  /** From 0 to 1: how much of what was recognised speaks for it, and how much was recognised. */
  readonly score: number
  /** The names and values that speak for it. */
  readonly evidence: readonly string[]
}

export type TableProfile = {
  /** How many rows were looked at for what is too much work for all: the first five parts below. Equal to the rows where it was all of them. */
  readonly sampledRows: number
  /** Spearman's rank correlation of numeric columns. */
  readonly spearman: readonly Association[]
  /** Cramér's V, bias-corrected (Bergsma 2013), of columns with few different values. */
  readonly cramersV: readonly Association[]
  /** The correlation ratio η: how much of the spread of number `b` the groups of `a` explain. */
  readonly correlationRatio: readonly Association[]
  /** Scores of an isolation forest over the numeric columns; 0.5 is ordinary, near 1 is alone. The ten highest. */
  readonly unusual: readonly UnusualRow[]
  /** Single columns first; pairs and triples only where no single column is a key. At most eight. */
  readonly keys: readonly KeyCandidate[]
  readonly duplicates: Duplicates
  /** The most frequent first, at most twelve. */
  readonly missing: readonly MissingPattern[]
  /** The best first, at most three; empty where nothing is recognised. */
  readonly domains: readonly DomainGuess[]
}
