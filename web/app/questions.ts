import type { Query } from '#core/query/query.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { Table } from '#core/table/table.ts'
import type { Outcome } from '../transport.ts'
import { datasetClient } from './clients.ts'
import { datasetOf } from './workspace.ts'

/** Runs a Query where its dataset is: in this browser or on the server. `signal` cancels it. */
export const queryDataset = (query: Query, signal?: AbortSignal): Promise<Outcome<Table>> =>
  datasetClient(query.dataset).query(query, signal)

const models = new Map<string, SemanticModel>()

/** The model is requested again: questions are read differently from now on. */
export function forgetModel(dataset: string): void {
  for (const key of models.keys()) if (key.startsWith(`${dataset} `)) models.delete(key)
}

/** The model of a dataset's current version, with what the workspace said that words mean; requested once. */
export async function modelOf(dataset: string): Promise<Outcome<SemanticModel>> {
  const { version, model } = datasetOf(dataset) ?? {}
  const key = `${dataset} ${version?.number ?? ''} ${model ?? ''}`
  const known = models.get(key)
  if (known) return { ok: true, value: known }
  const answer = await datasetClient(dataset).model()
  if (answer.ok) models.set(key, answer.value)
  return answer
}
