import type { Query } from '#core/query/query.ts'
import { resolveQuery } from '#core/query/resolve-query.ts'
import { withModelNames } from '#core/query/with-model-names.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { Table } from '#core/table/table.ts'
import { datasets, questions } from '../api.ts'
import { createLocalEngine } from '../engine/local-engine.ts'
import { createRunQuery } from '../engine/run-query.ts'
import { tableFromWire } from '#core/wire/table.ts'
import type { Outcome } from '../transport.ts'
import { whenIdle } from './when-idle.ts'
import { serverDatasets } from './workspace.ts'

/** This page's engine, in its web worker. */
export const engine = createLocalEngine()

const remote = async (query: Query, signal?: AbortSignal): Promise<Outcome<Table>> => {
  const answer = await questions.query(query, { signal })
  return answer.ok ? { ok: true, value: tableFromWire(answer.value) } : answer
}

const models = new Map<string, Promise<Outcome<SemanticModel>>>()

/** The model of a dataset's current version; concurrent Queries share one request. */
function serverModelOf(dataset: string): Promise<Outcome<SemanticModel>> {
  const { version, model } = serverDatasets.value.get(dataset) ?? {}
  const key = `${dataset} ${version?.id ?? ''} ${model ?? 0}`
  const asked = models.get(key) ?? datasets.model(dataset)
  models.set(key, asked)
  void asked.then(({ ok }) => ok || models.delete(key))
  return asked
}

/**
 * Resolves a Query for the page's engine; null for joins, which run on the server because the engine loads one
 * dataset at a time.
 */
async function resolve(query: Query): Promise<Query | null> {
  const model = await serverModelOf(query.dataset)
  if (!model.ok) return null
  const written = withModelNames(query, model.value)
  return written.joins.length > 0 ? null : resolveQuery(written, model.value, Date.now())
}

/** Runs Queries over server datasets: on the server, or locally once the engine has loaded their current version. */
export const runOnServer = createRunQuery({
  remote,
  local: engine,
  resolve,
  whenIdle,
  versionOf: (dataset) => serverDatasets.value.get(dataset)?.version.id ?? '',
})
