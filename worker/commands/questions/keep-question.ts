import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { asId } from '#core/ids.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'
import { chosenId } from '../chosen-id.ts'

export const keepQuestion = defineCommand({
  summary: 'Keep what was asked of a dataset for its workspace; the same question again is kept once.',
  access: 'guest',
  needs: { may: 'edit', object: 'dataset' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({
    id: z.string(),
    as: chosenId,
    question: z.string().trim().min(1, 'Ask a question').max(1000, 'Ask in fewer than 1000 characters'),
    /** The reading, as an address carries it; left out where the question alone gives it. */
    link: z
      .string()
      .max(16_000)
      .regex(/^[\w-]*$/, 'No such reading')
      .optional(),
    /** When it was asked, where the device was offline then. */
    askedAt: z.iso.datetime().optional(),
  }),
  async run({ store, caller, now }, { id, as, question, link = '', askedAt }) {
    const moment = now()
    const said = askedAt === undefined ? moment : new Date(askedAt)
    const kept = await store.questions.keep({
      id: asId<'question'>(as),
      datasetId: asId<'dataset'>(id),
      userId: caller.user,
      question,
      link,
      askedAt: said > moment ? moment : said,
    })
    return kept === 'unmet' ? fail('dataset/not-found') : ok(null)
  },
})
