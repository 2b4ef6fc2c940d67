/** What a statistic found: `statistic`, `pValue` and whatever else it names. Every figure is finite. */
export type Figures = Readonly<Record<string, number>>

/** One published way to compute figures from columns of equal length without nulls. */
export type Statistic = {
  readonly title: string
  /** The definition followed, and where it was published. */
  readonly reference: string
  /** What each column that it takes is. Categories are numbers of which only equality counts. */
  readonly takes: readonly ('values' | 'categories' | 'series')[]
  /** Null where the figures are not defined: too few values, or no spread. */
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
