/** One figure: name, value, definition and interpretation. */
export type Figure = {
  readonly name: string
  readonly value: string
  readonly meaning: string
  /** Interpretation for this column. */
  readonly says?: string
}

export type FigureGroup = { readonly title: string; readonly figures: readonly Figure[] }
