import { z } from 'zod'
import type { Answer } from '../ask/answer.ts'
import { reading, spokenModel } from '../ask/reading.ts'
import { chartData } from '../charts/chart-data.ts'
import { chartSpec } from '../charts/chart-spec.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import { tableToWire } from './table.ts'
import { wireTable } from './wire-table.ts'

/** The result of a question as JSON. */
export const wireAnswer = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('answer'),
    sentence: z.string(),
    table: wireTable,
    chart: chartSpec,
    reading,
    others: z.array(reading),
    /** Probability, 0 to 1, that this reading is the intended one. */
    confidence: z.number(),
    /** What the figures alone do not say, a sentence each. */
    notes: z.array(z.string()),
    /** Does it follow on from the answer before it? */
    follows: z.boolean(),
  }),
  z.object({ status: z.literal('clarify'), question: z.string(), readings: z.array(reading) }),
  z.object({
    status: z.literal('refuse'),
    reason: z.string(),
    /** The words that have no meaning in this data. */
    unknown: z.array(z.string()),
    /** What the question can be read as without them. */
    readings: z.array(reading),
    understood: reading.nullable(),
    suggestions: z.array(z.string()),
  }),
])
export type WireAnswer = z.infer<typeof wireAnswer>
export type WireAnswered = Extract<WireAnswer, { readonly status: 'answer' }>

/** An answer as JSON, with figures formatted by the model. */
export function answerToWire(answer: Answer, model: SemanticModel, ms: number): WireAnswer {
  if (answer.status === 'refuse') {
    const { unknown, readings, suggestions } = answer
    return { ...answer, unknown: [...unknown], readings: [...readings], suggestions: [...suggestions] }
  }
  if (answer.status === 'clarify') return { ...answer, readings: [...answer.readings] }
  const { text, table, chart, reading: read, others, confidence, notes, follows } = answer
  const { formats } = chartData(table, read.query, spokenModel(model, read.noun))
  return {
    status: 'answer',
    sentence: text,
    table: tableToWire(table, formats, ms),
    chart,
    reading: read,
    others: [...others],
    confidence,
    notes: [...notes],
    follows,
  }
}
