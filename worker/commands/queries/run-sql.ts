import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import { gate } from '#core/sql/gate/gate.ts'
import { atItsPlace } from '#core/sql/gate/place-of-error.ts'
import { nameTables, type NamedTable } from '#core/sql/gate/name-tables.ts'
import { sqlResultToWire } from '#core/wire/table.ts'
import { checkSize } from '../../engines/duckdb.ts'
import { folderFiles } from '../../data/folder.ts'
import { maySeeAll, openDataset } from '../../data/open-dataset.ts'
import { defineCommand, type Deps } from '../command.ts'

type File = { readonly table: string; readonly key: string }

/** The files of the datasets that a query reads, if the caller may read them whole and they fit. */
async function filesOf(deps: Deps, used: readonly NamedTable[]): Promise<Result<readonly File[]>> {
  const files: File[] = []
  for (const { id, table } of used) {
    const open = await openDataset(deps, id)
    if (!open.ok) return open
    const { dataset } = open.value
    if (!(await maySeeAll(deps, dataset))) return fail('sql/not-whole', { name: dataset.name })
    deps.trail.read({ dataset: dataset.id, version: dataset.version.id, rows: null })
    const key = folderFiles(dataset.version.folder).data
    files.push({ table, key })
  }
  const fits = await checkSize(
    deps,
    files.map(({ key }) => key),
  )
  return fits.ok ? ok(files) : fits
}

export const runSql = defineCommand({
  summary: 'Run one read-only SQL query (DuckDB) over the datasets of the workspace, each by its name.',
  access: 'guest',
  needs: { may: 'read', object: 'workspace' },
  effect: 'read',
  limit: { kind: 'query', weight: 10 },
  input: z.object({
    sql: z.string(),
    offset: z.int().min(0).max(100_000).default(0),
    limit: z.int().min(1).max(10_000).default(1000),
  }),
  async run(deps, { sql, offset, limit }) {
    const started = Date.now()
    const datasets = (await deps.store.datasets.all()).filter(({ version }) => version.status === 'ready')
    const named = nameTables(datasets)
    const rowsOf = new Map<string, number>(datasets.map(({ id, version }) => [id, version.rows ?? 0]))
    const gated = gate(
      sql,
      named.map(({ id, table }) => ({ name: table, rows: rowsOf.get(id) ?? 0 })),
    )
    if (!gated.ok) return { ok: false, error: atItsPlace(gated.error, sql) }
    const files = await filesOf(
      deps,
      named.filter(({ table }) => gated.value.tables.includes(table)),
    )
    if (!files.ok) return files
    const asked = { sql, gated: gated.value, files: files.value, offset, limit }
    const page = await deps.sql.run(deps.caller, asked, deps.signal)
    if (!page.ok) return { ok: false, error: atItsPlace(page.error, sql) }
    return ok(sqlResultToWire({ ...page.value, offset }, Date.now() - started))
  },
})
