import { z } from 'zod'
import { compareReceipts, type Finding } from '#core/ask/receipt/compare-receipts.ts'
import { readReceipt, signedText } from '#core/ask/receipt/receipt-text.ts'
import type { Receipt } from '#core/ask/receipt/receipt.ts'
import { ok } from '#core/result.ts'
import type { WireVerified } from '#core/wire/receipt.ts'
import { openDataset } from '../../data/open-dataset.ts'
import { computeReceipt } from '../../engines/compute-receipt.ts'
import { defineCommand, type Deps } from '../command.ts'

const forged: WireVerified = {
  isGenuine: false,
  isSame: null,
  findings: [
    {
      about: 'signature',
      isSame: false,
      text: 'This is no receipt of this server, or something in it was changed. Do not rely on it.',
    },
  ],
}

const genuine: Finding = {
  about: 'signature',
  isSame: true,
  text: 'This server signed it, and nothing in it was changed.',
}

/** Computes it again, on the data and by the model of now. */
async function again(deps: Deps, receipt: Receipt): Promise<WireVerified> {
  const open = await openDataset(deps, receipt.dataset.id)
  const now = open.ok ? await computeReceipt(deps, open.value, receipt.query) : open
  if (now.ok) {
    const findings = [genuine, ...compareReceipts(receipt, now.value)]
    const result = findings.find(({ about }) => about === 'result')
    return { isGenuine: true, isSame: result?.isSame ?? null, findings }
  }
  const text = `It could not be computed again. ${now.error.message}`
  return { isGenuine: true, isSame: null, findings: [genuine, { about: 'result', isSame: false, text }] }
}

export const verifyReceipt = defineCommand({
  summary: 'Check the signature of a receipt, compute it again, and say what changed.',
  access: 'guest',
  needs: { may: 'read', object: 'workspace' },
  effect: 'read',
  limit: { kind: 'query', weight: 2 },
  input: z.object({
    /** The text of the receipt, as it was copied or downloaded. */
    receipt: z.string().max(200_000, 'A receipt is shorter'),
  }),
  async run(deps, { receipt: text }) {
    const receipt = readReceipt(text)
    const isGenuine = receipt !== null && (await deps.secrets.receipts.verifies(signedText(receipt), receipt.signature))
    return ok(isGenuine ? await again(deps, receipt) : forged)
  },
})
