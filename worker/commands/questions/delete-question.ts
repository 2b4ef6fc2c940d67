import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const deleteQuestion = defineCommand({
  summary: 'Delete a question from the list of what was asked.',
  access: 'guest',
  needs: { may: 'edit', object: 'question' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ id: z.string() }),
  run: async ({ store }, { id }) => ((await store.questions.remove(id)) ? ok(null) : fail('question/not-found')),
})
