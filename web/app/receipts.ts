import { resultText } from '#core/ask/receipt/result-text.ts'
import { onceFor } from '#core/once-for.ts'
import { receipts as calls } from '../api.ts'
import type { ReceiptPorts } from '../features/ask/receipt-dialog.tsx'
import type { Problem } from '../transport.ts'
import { save } from '../features/explore/export/save.ts'
import type { Services } from './services.ts'

const notServed: Problem = {
  code: 'receipt/not-yet',
  status: 409,
  message: 'The server signs receipts, and it does not have this file yet.',
  hint: 'Wait until the file is uploaded; the line under its title tells how far that is.',
}

async function sha256Of(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Receipts, signed and verified by the server. */
export const receiptPortsOf = onceFor(({ workspace }: Services): ReceiptPorts => ({
  sign: (query) =>
    workspace.isServed(query.dataset) ? calls.sign(query) : Promise.resolve({ ok: false, error: notServed }),
  verify: calls.verify,
  isOf: async (receipt, shown) => (await sha256Of(resultText(shown))) === receipt.result.hash,
  save: (title, text) => save(title, 'json', new Blob([text], { type: 'application/json' })),
}))
