/** A test of a hypothesis, told for people. */
export type TestResult = {
  /** The id of the statistic in the registry. */
  readonly id: string
  readonly statistic: number
  /** The chance of such a statistic, or one further out, where the hypothesis holds. */
  readonly pValue: number
  /** What follows from it, in a sentence. */
  readonly sentence: string
}
