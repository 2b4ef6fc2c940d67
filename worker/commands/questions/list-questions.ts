import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { toWireAskedQuestion } from '../../wire/asked-question.ts'
import { defineCommand } from '../command.ts'

export const listQuestions = defineCommand({
  summary: 'What was asked of a dataset: favourites first, then the last asked; or those with some words.',
  access: 'guest',
  needs: { may: 'read', object: 'dataset' },
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({ id: z.string(), q: z.string().trim().max(200).optional() }),
  async run({ store }, { id, q = '' }) {
    if (!(await store.datasets.find(id))) return fail('dataset/not-found')
    return ok((await store.questions.of(id, q)).map(toWireAskedQuestion))
  },
})
