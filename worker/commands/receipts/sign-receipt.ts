import { z } from 'zod'
import { signedText } from '#core/ask/receipt/receipt-text.ts'
import { ok } from '#core/result.ts'
import { openDataset } from '../../data/open-dataset.ts'
import { computeReceipt } from '../../engines/compute-receipt.ts'
import { defineCommand } from '../command.ts'

export const signReceipt = defineCommand({
  summary: 'Compute a Query and sign what came out: data, model, Query, SQL, engine, result and time.',
  access: 'guest',
  needs: { may: 'ask', object: 'dataset' },
  effect: 'read',
  limit: { kind: 'query', weight: 2 },
  input: z.object({ query: z.looseObject({ dataset: z.string() }) }),
  async run(deps, { query }) {
    const open = await openDataset(deps, query.dataset)
    if (!open.ok) return open
    const body = await computeReceipt(deps, open.value, query)
    if (!body.ok) return body
    // Signed as it will be read back from JSON.
    const plain = JSON.parse(JSON.stringify(body.value)) as typeof body.value
    return ok({ ...plain, signature: await deps.secrets.receipts.sign(signedText(plain)) })
  },
})
