import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { attachment } from '../../wire/attachment.ts'
import { toWireAskedQuestion } from '../../wire/asked-question.ts'
import { defineCommand } from '../command.ts'

export const exportQuestions = defineCommand({
  summary: 'What was asked of a dataset, as a JSON file.',
  access: 'guest',
  needs: { may: 'read', object: 'dataset' },
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({ id: z.string() }),
  async run({ store }, { id }) {
    const dataset = await store.datasets.find(id)
    if (!dataset) return fail('dataset/not-found')
    const questions = (await store.questions.of(id)).map(toWireAskedQuestion)
    const body = new Blob([JSON.stringify({ dataset: dataset.name, questions }, null, 2)]).stream()
    return ok(attachment(body, `${dataset.name} questions.json`, 'application/json'))
  },
})
