import type { Query } from '#core/query/query.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { Table } from '#core/table/table.ts'
import { onceFor } from '#core/once-for.ts'
import type { Outcome } from '../transport.ts'
import { datasetClient } from './clients.ts'
import { knownModels } from './known-models.ts'
import type { Services } from './services.ts'

/** Runs a Query where its dataset is: in this browser or on the server. `signal` cancels it. */
export const queryDataset = onceFor(
  (services: Services) =>
    (query: Query, signal?: AbortSignal): Promise<Outcome<Table>> =>
      datasetClient(services, query.dataset).query(query, signal),
)

/** The model of a dataset's current version, with what the workspace said that words mean; requested once. */
export const modelOf = onceFor((services: Services) => {
  const models = knownModels(services)
  return async (dataset: string): Promise<Outcome<SemanticModel>> => {
    const { version, model } = services.workspace.datasetOf(dataset) ?? {}
    const key = `${dataset} ${version?.number ?? ''} ${model ?? ''}`
    const known = models.get(key)
    if (known) return { ok: true, value: known }
    const answer = await datasetClient(services, dataset).model()
    if (answer.ok) models.set(key, answer.value)
    return answer
  }
})
