import { z } from 'zod'
import { receipt } from '../ask/receipt/receipt.ts'

/** A signed receipt, as JSON. */
export const wireReceipt = receipt
export type WireReceipt = z.infer<typeof wireReceipt>

/** What verifying a receipt found. */
export const wireVerified = z.object({
  /** Was it signed here, and is it unchanged? */
  isGenuine: z.boolean(),
  /** Did the same result come out again? Null where it could not be computed. */
  isSame: z.boolean().nullable(),
  findings: z.array(
    z.object({
      about: z.enum(['signature', 'data', 'model', 'engine', 'result']),
      isSame: z.boolean(),
      text: z.string(),
    }),
  ),
})
export type WireVerified = z.infer<typeof wireVerified>
