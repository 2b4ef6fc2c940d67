import { z } from 'zod'

/** What a word means in the questions of a workspace about a dataset, as a person said: “turnover means Revenue”. */
export const correction = z.object({
  /** The words, in lower case. */
  words: z
    .string()
    .trim()
    .toLowerCase()
    .min(1, 'Say which word')
    .max(60, 'Use fewer than 60 letters')
    .regex(/[\p{L}\p{N}]/u, 'Say which word'),
  /** Name of the column, or of the measure, that is meant. */
  column: z.string().min(1).max(300),
  /** The value of that column that is meant; null: the column itself. */
  value: z.union([z.string().max(500), z.number(), z.boolean()]).nullable(),
})
export type Correction = z.infer<typeof correction>
