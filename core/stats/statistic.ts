/** Figures by name: `statistic`, `pValue` and others. Every figure is finite. */
export type Figures = Readonly<Record<string, number>>

/** One published method that computes figures from columns of equal length without nulls. */
export type Statistic = {
  readonly title: string
  /** The definition used, and its publication. */
  readonly reference: string
  /** The input columns. Categories are numbers that are compared for equality only. */
  readonly takes: readonly ('values' | 'categories' | 'series')[]
  /** Null if the figures are undefined: too few values, or no variance. */
  readonly compute: (...columns: readonly Float64Array[]) => Figures | null
}

const none = new Float64Array(0)

/** A statistic of one column. */
export const ofOne =
  (compute: (values: Float64Array) => Figures | null): Statistic['compute'] =>
  (values = none) =>
    compute(values)

/** A statistic of two columns. */
export const ofTwo =
  (compute: (a: Float64Array, b: Float64Array) => Figures | null): Statistic['compute'] =>
  (a = none, b = none) =>
    compute(a, b)
