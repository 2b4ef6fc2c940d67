import type { Query } from '#core/query/query.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import { datasets as datasetCalls, questions } from '../api.ts'
import { createLocalEngine } from '../engine/local-engine.ts'
import { createRunQuery } from '../engine/run-query.ts'
import { tableFromWire } from '../engine/wire-table.ts'
import type { Outcome } from '../transport.ts'
import { whenIdle } from './when-idle.ts'

/** Results of Queries, from the edge or from this page's own engine. */
export const runQuery = createRunQuery({
  remote: async (query: Query) => {
    const answer = await questions.query(query)
    return answer.ok ? { ok: true, value: tableFromWire(answer.value) } : answer
  },
  local: createLocalEngine(),
  whenIdle,
})

const models = new Map<string, SemanticModel>()

/** What a dataset means; asked for once. */
export async function modelOf(dataset: string): Promise<Outcome<SemanticModel>> {
  const known = models.get(dataset)
  if (known) return { ok: true, value: known }
  const answer = await datasetCalls.model(dataset)
  if (answer.ok) models.set(dataset, answer.value)
  return answer
}
