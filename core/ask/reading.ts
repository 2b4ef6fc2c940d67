import { z } from 'zod'
import { chartSpec } from '../charts/chart-spec.ts'
import { intents } from '../charts/chart.ts'
import { query } from '../query/query.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'

const chipKinds = ['measure', 'dimension', 'filter', 'time', 'sort', 'limit', 'compare', 'chart'] as const

/** One piece of how a question was read, as a chip: which words, understood as what. */
const chip = z.object({
  kind: z.enum(chipKinds),
  /** Which piece of the Query it shows, as `pieceOf` names it. */
  piece: z.string(),
  /** What it was understood as: `Total Sales`, `Region is West`. */
  text: z.string(),
  /** The words of the question it came from; empty where it was assumed. */
  words: z.string(),
  /** What its words mean here because a person of the workspace said so; `isGuess`: because they are near to it. */
  means: z.object({ words: z.string(), what: z.string(), isGuess: z.literal(true).optional() }).optional(),
  /** Did a person, or a question that follows on, change it after the question was read? */
  isChanged: z.literal(true).optional(),
})
export type Chip = z.infer<typeof chip>

/** Why a piece of a Query is there. */
const evidence = z.object({
  /** Which piece, as `pieceOf` names it. */
  piece: z.string(),
  /** The words of the question it came from; empty where it was assumed. */
  words: z.string(),
  /** As the chip says it, where the Query alone does not: `Order date in Nov 2024 (before the data’s last month)`. */
  says: z.string().optional(),
  isChanged: z.literal(true).optional(),
})
export type Evidence = z.infer<typeof evidence>

/** One way to understand a question. Chips and title are worked out by `makeReading`, never written by hand. */
export const reading = z.object({
  query,
  /** Null: choose the chart from the result. */
  chart: chartSpec.nullable(),
  /** What the question wants its picture for; missing where it does not say. */
  wants: z.array(z.enum(intents)).readonly().optional(),
  evidence: z.array(evidence),
  chips: z.array(chip),
  /** Probability, 0 to 1, that this is what was meant. */
  score: z.number(),
  /** What it answers, as a title: `Total Sales by Region`. */
  title: z.string(),
  /** What the question calls a row, one of them; missing where it does not say. */
  noun: z.string().optional(),
  /** Words of the question that were left out, as written: they are said before the answer. */
  leftOut: z.string().optional(),
  /** Is one asked after, the first, though others stand beside it? */
  asksOne: z.boolean().optional(),
})
export type Reading = z.infer<typeof reading>

/** The model with its rows called what the question calls them. */
export const spokenModel = (model: SemanticModel, noun: string | undefined): SemanticModel =>
  noun === undefined ? model : { ...model, entity: noun }

/** What came of reading a question. Refusals say why, and offer questions that would work. */
export type Understanding =
  | { readonly status: 'answer'; readonly readings: readonly [Reading, ...Reading[]] }
  | { readonly status: 'clarify'; readonly question: string; readonly readings: readonly Reading[] }
  | { readonly status: 'refuse'; readonly reason: string; readonly suggestions: readonly string[] }
