import '@hono/zod-openapi'
import { wireReceipt, wireVerified } from '#core/wire/receipt.ts'

/** Receipts, with their names in the description of the API. */
export const describedReceipt = wireReceipt.openapi('Receipt')
export const describedVerified = wireVerified.openapi('Verified')
