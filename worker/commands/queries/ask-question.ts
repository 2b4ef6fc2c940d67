import { z } from 'zod'
import { ask, type AskContext } from '#core/ask/ask.ts'
import type { Refused } from '#core/ask/answer.ts'
import { reading } from '#core/ask/reading.ts'
import { mayReadWhole } from '#core/access/visibility.ts'
import { fail } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import { answerToWire } from '#core/wire/answer.ts'
import { tableOfQuery } from '../../engines/answer-query.ts'
import { deletedPartners } from '../../data/deleted-partners.ts'
import { askingModel } from '../../data/asking-model.ts'
import { openDataset, type Reader } from '../../data/open-dataset.ts'
import { defineCommand } from '../command.ts'

/** Adds deleted datasets to a refusal, because the question may be about one. */
async function withDeleted(deps: Pick<Reader, 'store'>, refused: Refused, { relationships }: SemanticModel) {
  const deleted = await deletedPartners(deps, relationships)
  const names = deleted.map(({ name }) => name).filter((name) => !refused.reason.includes(name))
  if (names.length === 0) return refused
  const gone = `${names.join(' and ')}, which the model leads to, ${names.length === 1 ? 'was' : 'were'} deleted.`
  return { ...refused, reason: `${refused.reason} ${gone} Restore it under “Recently deleted” to ask about it.` }
}

const readingsBefore = z.array(reading)

/** The readings of the answer before; of another dataset there is nothing to go on from. */
function readingsOf(after: readonly object[], dataset: string): Result<AskContext['after']> {
  const read = readingsBefore.safeParse(after)
  if (!read.success) return fail('query/invalid', { reason: 'The answer before cannot be read.' })
  const [first, ...others] = read.data.filter(({ query }) => query.dataset === dataset)
  return ok(first && [first, ...others])
}

export const askQuestion = defineCommand({
  summary: 'Answer a question in plain words about a dataset, and say how it was understood.',
  access: 'guest',
  needs: { may: 'ask', object: 'dataset' },
  effect: 'read',
  limit: { kind: 'query', weight: 2 },
  input: z.object({
    dataset: z.string(),
    question: z.string().trim().min(1, 'Ask a question').max(1000, 'Ask in fewer than 1000 characters'),
    /** The readings of the answer before, the one on show first; a question may follow on from it. */
    after: z
      .array(z.looseObject({ query: z.looseObject({}) }))
      .max(8)
      .optional(),
  }),
  async run(deps, { dataset, question, after = [] }) {
    const started = Date.now()
    const readings = readingsOf(after, dataset)
    if (!readings.ok) return readings
    const open = await openDataset(deps, dataset)
    if (!open.ok) return open
    const { whole, principal } = open.value
    const model = await askingModel(deps, open.value)
    const answer = await ask(question, {
      model,
      after: readings.value,
      now: started,
      run: (asked) => tableOfQuery(deps, open.value, asked),
      // Searches cell values only for callers who may see all of them.
      looksUp: mayReadWhole(whole, principal),
    })
    const told = answer.status === 'refuse' ? await withDeleted(deps, answer, whole) : answer
    return ok(answerToWire(told, model, Date.now() - started))
  },
})
