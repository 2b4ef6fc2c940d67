import { z } from 'zod'

/** A failed request as JSON: a stable code and a message for people. */
export const wireError = z.object({
  error: z.object({ code: z.string(), message: z.string(), hint: z.string(), requestId: z.string() }),
})
export type WireError = z.infer<typeof wireError>
