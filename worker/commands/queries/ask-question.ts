import { z } from 'zod'
import { ask } from '#core/ask/ask.ts'
import type { Refused } from '#core/ask/answer.ts'
import { mayReadWhole } from '#core/access/visibility.ts'
import { ok } from '#core/result.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import { answerToWire } from '#core/wire/answer.ts'
import { tableOfQuery } from '../../engines/answer-query.ts'
import { deletedPartners } from '../../data/deleted-partners.ts'
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

export const askQuestion = defineCommand({
  summary: 'Answer a question in plain words about a dataset, and say how it was understood.',
  access: 'guest',
  needs: 'viewer',
  effect: 'read',
  limit: { kind: 'query', weight: 2 },
  input: z.object({
    dataset: z.string(),
    question: z.string().trim().min(1, 'Ask a question').max(1000, 'Ask in fewer than 1000 characters'),
  }),
  async run(deps, { dataset, question }) {
    const started = Date.now()
    const open = await openDataset(deps, dataset)
    if (!open.ok) return open
    const { model, whole, principal } = open.value
    const answer = await ask(question, {
      model,
      run: (asked) => tableOfQuery(deps, open.value, asked),
      // Searches cell values only for callers who may see all of them.
      looksUp: mayReadWhole(whole, principal),
    })
    const told = answer.status === 'refuse' ? await withDeleted(deps, answer, whole) : answer
    return ok(answerToWire(told, model, Date.now() - started))
  },
})
