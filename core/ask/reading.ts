import type { ChartSpec } from '../charts/chart.ts'
import type { Query } from '../query/query.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'

/** One piece of how a question was read, as a chip: which words, understood as what. */
export type Chip = {
  readonly kind: 'measure' | 'dimension' | 'filter' | 'time' | 'sort' | 'limit' | 'chart'
  /** What it was understood as: `Total Sales`, `Region is West`. */
  readonly text: string
  /** The words of the question it came from; empty where it was assumed. */
  readonly words: string
}

/** One way to understand a question. */
export type Reading = {
  readonly query: Query
  /** Null: choose the chart from the result. */
  readonly chart: ChartSpec | null
  readonly chips: readonly Chip[]
  /** Probability, 0 to 1, that this is what was meant. */
  readonly score: number
  /** What it answers, as a title: `Total Sales by Region`. */
  readonly title: string
  /** What the question calls a row, one of them; missing where it does not say. */
  readonly noun?: string
  /** Is one asked after, the first, though others stand beside it? */
  readonly asksOne?: boolean
}

/** The model with its rows called what the question calls them. */
export const spokenModel = (model: SemanticModel, noun: string | undefined): SemanticModel =>
  noun === undefined ? model : { ...model, entity: noun }

/** What came of reading a question. Refusals say why, and offer questions that would work. */
export type Understanding =
  | { readonly status: 'answer'; readonly readings: readonly [Reading, ...Reading[]] }
  | { readonly status: 'clarify'; readonly question: string; readonly readings: readonly Reading[] }
  | { readonly status: 'refuse'; readonly reason: string; readonly suggestions: readonly string[] }
