import { z } from 'zod'

/** Why a request failed, as JSON: a stable code, and words for people. */
export const wireError = z.object({
  error: z.object({ code: z.string(), message: z.string(), hint: z.string(), requestId: z.string() }),
})
export type WireError = z.infer<typeof wireError>
