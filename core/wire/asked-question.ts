import { z } from 'zod'

/** Something that was asked of a dataset and is kept for its workspace, as JSON. */
export const wireAskedQuestion = z.object({
  id: z.string(),
  dataset: z.string(),
  question: z.string(),
  /** The reading, as an address carries it; null where the question alone gives it. */
  link: z.string().nullable(),
  /** What somebody calls it; empty where nobody does. */
  name: z.string(),
  isFavourite: z.boolean(),
  /** When it was asked last, as ISO text. */
  askedAt: z.string(),
})
export type WireAskedQuestion = z.infer<typeof wireAskedQuestion>
