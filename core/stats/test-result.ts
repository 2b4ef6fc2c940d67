/** The result of a hypothesis test, in words for people. */
export type TestResult = {
  /** The id of the statistic in the registry. */
  readonly id: string
  readonly statistic: number
  /** Probability of a statistic at least this extreme under the hypothesis. */
  readonly pValue: number
  /** The conclusion, as one sentence. */
  readonly sentence: string
}
