import { computed, effect, signal } from '@preact/signals'
import { createMemoryCache } from '#core/memory-cache.ts'
import type { Result } from '#core/result.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import { exampleQueries, quoteName } from '#core/sql/examples.ts'
import type { NamedTable } from '#core/sql/gate/name-tables.ts'
import { onceFor } from '#core/once-for.ts'
import { createDuck, type Ran, type SqlProblem } from '../engine/duck.ts'
import { addressOfRows } from '../engine/file-at.ts'
import type { DuckFile } from '../engine/duck-messages.ts'
import type { Progress, SqlPorts } from '../features/sql/model.ts'
import type { SqlTable } from '../features/sql/tables-list.tsx'
import { sqlHistory } from '../local/sql-history.ts'
import { type Outcome, readFile } from '../transport.ts'
import { modelOf } from './questions.ts'
import { localRows } from './clients.ts'
import type { Services } from './services.ts'
import { readyDatasets, tableNames } from './table-names.ts'

const maxModels = 24
const megabyte = 1_000_000

/** The columns of the listed datasets, for completion. */
function createColumns(services: Services) {
  const models = signal<ReadonlyMap<string, SemanticModel>>(new Map())
  const asked = new Set<string>()
  async function learn(id: string): Promise<void> {
    const model = await modelOf(services)(id)
    if (model.ok) models.value = new Map(models.value).set(id, model.value)
  }
  return {
    models,
    /** Loads them until the returned function is called. */
    learn: (): (() => void) =>
      effect(() => {
        for (const { id } of readyDatasets(services.workspace).value?.slice(0, maxModels) ?? []) {
          if (asked.has(id)) continue
          asked.add(id)
          void learn(id)
        }
      }),
  }
}

/** Fetches the rows of datasets as files for DuckDB. */
function createFiles({ workspace }: Services) {
  /** Downloaded files by dataset and version, evicted beyond this many bytes, which a phone can hold. */
  const files = createMemoryCache<string, Blob>({ total: 256 * megabyte })
  return async function fileOf(
    { id, name, table }: NamedTable,
    onProgress: (now: Progress) => void,
  ): Promise<Outcome<DuckFile>> {
    const version = `${id} ${workspace.datasetOf(id)?.version.id ?? ''}`
    const known = localRows(id) ?? files.get(version)
    if (known) return { ok: true, value: { table, version, file: known } }
    const doing = `Fetching ${name}`
    onProgress({ doing, share: 0 })
    const file = await readFile(addressOfRows(id), (share) => onProgress({ doing, share }))
    if (!file.ok) return file
    files.set(version, file.value, file.value.size)
    return { ok: true, value: { table, version, file: file.value } }
  }
}

/** Runs SQL by DuckDB over the datasets that it names. */
function createPorts(services: Services): SqlPorts {
  const { workspace } = services
  const duck = createDuck()
  const fileOf = createFiles(services)
  const run: SqlPorts['run'] = async ({ sql, gated }, onProgress): Promise<Result<Ran, SqlProblem>> => {
    duck.wake()
    const used = tableNames(workspace).value?.filter(({ table }) => gated.tables.includes(table)) ?? []
    const found: DuckFile[] = []
    for (const each of used) {
      const file = await fileOf(each, onProgress)
      if (!file.ok) return file
      found.push(file.value)
    }
    onProgress({ doing: 'Running', share: null })
    return duck.run({ sql, gated, files: found }, (share) =>
      onProgress({ doing: share < 1 ? 'Fetching the SQL engine, once' : 'Running', share: share < 1 ? share : null }),
    )
  }
  const tables = computed(
    () =>
      tableNames(workspace).value?.map(({ id, table }) => ({
        name: table,
        rows: workspace.datasetOf(id)?.rows ?? 0,
      })) ?? null,
  )
  return { run, stop: duck.stop, tables, history: sqlHistory, now: () => new Date() }
}

/** SQL over the workspace's datasets. */
export const sqlOver = onceFor((services: Services) => {
  const { workspace } = services
  const { models, learn } = createColumns(services)
  /** The tables that SQL can read; null while loading. */
  const tables = computed((): readonly SqlTable[] | null => {
    const list = tableNames(workspace).value
    return (
      list &&
      list.toReversed().map(({ id, name, table }) => ({
        id,
        name,
        table,
        rows: workspace.datasetOf(id)?.rows ?? null,
        columns:
          models.value
            .get(id)
            ?.columns.map((column) => ({ name: column.name, type: column.type, text: quoteName(column.name) })) ?? null,
      }))
    )
  })
  /** Two example queries over the newest dataset; none while its columns load. */
  const examples = computed((): readonly string[] => {
    const found = tables.value?.find(({ columns }) => columns !== null)
    const model = found && models.value.get(found.id)
    return found && model ? exampleQueries(model, found.table) : []
  })
  return { ports: createPorts(services), tables, examples, learnColumns: learn }
})
