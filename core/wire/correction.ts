import { z } from 'zod'
import { correction } from '../semantic/correction.ts'

/** What a word means in questions about a dataset, kept for its workspace, as JSON. */
export const wireCorrection = correction.extend({
  id: z.string(),
  /** The column, measure or value as people say it. */
  means: z.string(),
})
export type WireCorrection = z.infer<typeof wireCorrection>
