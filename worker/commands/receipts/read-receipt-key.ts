import { z } from 'zod'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const readReceiptKey = defineCommand({
  summary: 'The public key that receipts are signed with (Ed25519, as in a JWK), so that any program can verify them.',
  access: 'anyone',
  needs: null,
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({}),
  run: async ({ secrets }) => ok(await secrets.receipts.publicKey()),
})
