/** One figure of a column: what it is called, what it is, what that means, and what it shows here. */
export type Figure = {
  readonly name: string
  readonly value: string
  readonly meaning: string
  /** In a few words, for this column. */
  readonly says?: string
}

export type FigureGroup = { readonly title: string; readonly figures: readonly Figure[] }
