import { z } from '@hono/zod-openapi'
import type { Reading } from '#core/ask/reading.ts'
import { chartSpec } from '#core/charts/chart.ts'
import { wireTable } from './table.ts'

const reading = z.custom<Reading>().openapi({
  type: 'object',
  description: 'How the question was read: the Query, its chips, the chart asked for, a score and a title.',
})

/** What came of a question. */
export const wireAnswer = z
  .discriminatedUnion('status', [
    z.object({
      status: z.literal('answer'),
      sentence: z.string(),
      table: wireTable,
      chart: chartSpec,
      reading,
      others: z.array(reading),
      /** Probability, 0 to 1, that this is what was meant. */
      confidence: z.number(),
    }),
    z.object({ status: z.literal('clarify'), question: z.string(), readings: z.array(reading) }),
    z.object({ status: z.literal('refuse'), reason: z.string(), suggestions: z.array(z.string()) }),
  ])
  .openapi('Answer')
export type WireAnswer = z.infer<typeof wireAnswer>
