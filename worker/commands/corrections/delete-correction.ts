import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const deleteCorrection = defineCommand({
  summary: 'Take back what a word was said to mean; it is read as before.',
  access: 'guest',
  needs: { may: 'edit', object: 'correction' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ id: z.string() }),
  run: async ({ store }, { id }) => ((await store.corrections.remove(id)) ? ok(null) : fail('correction/not-found')),
})
