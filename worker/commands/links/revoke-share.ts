import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const revokeShare = defineCommand({
  summary: 'Revoke a public link; it stops working at once.',
  access: 'guest',
  needs: { may: 'share', object: 'link' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ id: z.string() }),
  run: async ({ store, now }, { id }) => ((await store.shares.revoke(id, now())) ? ok(null) : fail('share/not-found')),
})
