import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { toWireAskedQuestion } from '../../wire/asked-question.ts'
import { defineCommand } from '../command.ts'

export const changeQuestion = defineCommand({
  summary: 'Name a question that was asked, or mark it as a favourite.',
  access: 'guest',
  needs: { may: 'edit', object: 'question' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({
    id: z.string(),
    name: z.string().trim().max(120, 'A name has at most 120 characters').optional(),
    isFavourite: z.boolean().optional(),
  }),
  async run({ store }, { id, name, isFavourite }) {
    const change = { ...(name === undefined ? {} : { name }), ...(isFavourite === undefined ? {} : { isFavourite }) }
    if (Object.keys(change).length === 0) return fail('question/no-change')
    const changed = await store.questions.change(id, change)
    return changed ? ok(toWireAskedQuestion(changed)) : fail('question/not-found')
  },
})
