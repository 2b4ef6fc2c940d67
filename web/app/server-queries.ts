import type { Query } from '#core/query/query.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { Table } from '#core/table/table.ts'
import { tableFromWire } from '#core/wire/table.ts'
import { onceFor } from '#core/once-for.ts'
import { datasets, questions } from '../api.ts'
import { addressOfRows } from '../engine/file-at.ts'
import { createRunQuery } from '../engine/run-query.ts'
import type { Outcome } from '../transport.ts'
import { copyOf } from './copy-of.ts'
import type { Services } from './services.ts'
import { whenIdle } from './when-idle.ts'

const remote = async (query: Query, signal?: AbortSignal): Promise<Outcome<Table>> => {
  const answer = await questions.query(query, { signal })
  return answer.ok ? { ok: true, value: tableFromWire(answer.value) } : answer
}

/** The models of datasets' current versions; concurrent Queries share one request. */
function createModels({ workspace: { serverDatasets } }: Services) {
  const models = new Map<string, Promise<Outcome<SemanticModel>>>()
  return (dataset: string): Promise<Outcome<SemanticModel>> => {
    const { version, model } = serverDatasets.value.get(dataset) ?? {}
    const key = `${dataset} ${version?.id ?? ''} ${model ?? 0}`
    const asked = models.get(key) ?? datasets.model(dataset)
    models.set(key, asked)
    void asked.then(({ ok }) => ok || models.delete(key))
    return asked
  }
}

/** Runs Queries over server datasets: on the server, or locally once the engine has loaded their current version. */
export const runOnServer = onceFor((services: Services) => {
  const modelOf = createModels(services)
  return createRunQuery({
    remote,
    local: services.engine,
    async fileOf(dataset) {
      const copy = await copyOf(services, dataset)
      return copy?.ok ? copy.value.rows : addressOfRows(dataset)
    },
    /** Null where the server must answer. */
    async resolve(query) {
      const model = await modelOf(query.dataset)
      // The first page asks the server, and needs no formulas.
      const { resolveHere } = await import('../engine/resolve-here.ts')
      return model.ok ? resolveHere(query, model.value, Date.now()) : null
    },
    whenIdle,
    versionOf: (dataset) => services.workspace.serverDatasets.value.get(dataset)?.version.id ?? '',
  })
})
