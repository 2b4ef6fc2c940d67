import type { Engine } from '#core/engine/engine.ts'
import { runSteps } from '#core/engine/steps/run-steps.ts'
import { fail } from '#core/errors.ts'
import type { Query } from '#core/query/query.ts'
import { ok, type Result } from '#core/result.ts'
import { compileQuery, writeQuery } from '#core/sql/compile-query.ts'
import { dialects } from '#core/sql/dialects/registry.ts'
import { gate, maxRows } from '#core/sql/gate/gate.ts'
import type { SqlTables } from '#core/sql/table.ts'
import { viewOf } from '#core/sql/view.ts'
import type { Column, Field, Table } from '#core/table/table.ts'
import { folderFiles } from '../data/folder.ts'
import type { EngineKind, EngineMeans, Rows, RowsOfQuery } from './engine-kind.ts'

const megabyte = 1_000_000

/** Parquet that fits into an isolate's memory beside DuckDB, with room to compute. */
const mostBytes = 10 * megabyte

/** A dataset under the name that its view has in DuckDB. */
type View = { readonly id: string; readonly table: string; readonly rows: Rows }

const viewsOf = ({ of }: RowsOfQuery): readonly View[] =>
  [...of].map(([id, rows], at) => ({ id, table: `t${at}`, rows }))

/** Fails where the files together are larger than DuckDB can hold here. */
export async function checkSize({ files }: Pick<EngineMeans, 'files'>, keys: readonly string[]): Promise<Result<null>> {
  const sizes = await Promise.all(keys.map((key) => files.size(key)))
  const bytes = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0)
  if (bytes <= mostBytes) return ok(null)
  return fail('sql/input-too-large', { megabytes: Math.ceil(bytes / megabyte), limit: mostBytes / megabyte })
}

/** A column as the Query names and types it: DuckDB types its own by what it computed. */
function asField(column: Column | undefined, { name, type }: Field, rows: number): Column {
  if (type === 'text') {
    if (column?.type === 'text') return { ...column, name }
    return { name, type, codes: new Int32Array(rows).fill(-1), dictionary: [] }
  }
  const values = column && column.type !== 'text' ? column.values : new Float64Array(rows).fill(Number.NaN)
  return { name, type, values }
}

const asResult = ({ rows, columns }: Table, fields: readonly Field[]): Table => ({
  rows,
  columns: fields.map((field, at) => asField(columns[at], field, rows)),
})

/** Runs one statement for a plain Query. */
async function runPlain(views: readonly View[], { sql, caller }: EngineMeans, plain: Query, signal: AbortSignal) {
  if (!caller) return fail('service/broken')
  const tables: SqlTables = Object.fromEntries(views.map(({ id, table, rows }) => [id, viewOf(table, rows.fields)]))
  const { fields } = compileQuery(plain, tables, dialects.duckdb)
  const text = writeQuery(plain, tables, dialects.duckdb)
  const gated = gate(
    text,
    views.map(({ table, rows }) => ({ name: table, rows: rows.rows })),
  )
  if (!gated.ok) return gated
  const files = views.map(({ table, rows }) => ({ table, key: folderFiles(rows.folder).data }))
  const asked = { sql: text, gated: gated.value, files, offset: 0, limit: maxRows }
  const page = await sql.run(caller, asked, signal)
  if (!page.ok) return page
  const { table, isCut } = page.value
  return isCut ? fail('query/too-large', { what: 'rows of a result', limit: maxRows }) : ok(asResult(table, fields))
}

function over(rows: RowsOfQuery, means: EngineMeans): Engine {
  const views = viewsOf(rows)
  return {
    async run(query, signal) {
      const keys = views.map((view) => folderFiles(view.rows.folder).data)
      const fits = await checkSize(means, keys)
      return fits.ok ? runSteps(query, (plain) => runPlain(views, means, plain, signal)) : fits
    },
  }
}

/** DuckDB in an isolate of its own for each caller: the engine of free SQL. It holds whole files, so it reads small ones. */
export const duckDb: EngineKind = { title: 'DuckDB', reads: (_, { caller }) => caller !== null, over }
