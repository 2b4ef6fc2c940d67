import { withholdGroups } from '#core/access/disclosure/withhold-groups.ts'
import { runSecured } from '#core/access/run-secured.ts'
import { chartData } from '#core/charts/chart-data.ts'
import type { Engine } from '#core/engine/engine.ts'
import { fail } from '#core/errors.ts'
import type { Query } from '#core/query/query.ts'
import { shapeOfQuery } from '#core/query/shape-of-query.ts'
import { ok, type Result } from '#core/result.ts'
import type { Table } from '#core/table/table.ts'
import { tableToWire } from '#core/wire/table.ts'
import type { WireTable } from '#core/wire/wire-table.ts'
import type { EngineMeans, Rows, RowsOfQuery } from './engine-kind.ts'
import { type EngineId, engineFor } from './registry.ts'
import { digest } from '../security/digest.ts'
import type { Service } from '../service.ts'
import type { OpenDataset, ReadDataset, Reader } from '../data/open-dataset.ts'
import type { Trail } from '../data/trail.ts'
import { type Prepared, prepareQuery } from '../data/prepare-query.ts'

/** Increment when the same Query over the same file may give a different result. */
export const resultVersion = 4

type Means = EngineMeans &
  Pick<Service, 'results' | 'defer' | 'log'> &
  Pick<Reader, 'store'> & { readonly trail: Trail }

/** What may be asked besides the Query. */
type Options = {
  /** Keys of groups that are left out of the result. */
  readonly withheld?: readonly string[]
  /** The engine that computes; missing: the first that can read the rows. */
  readonly engine?: EngineId | undefined
}

/**
 * Cache key of a result. Access is decided before, so the key consists of the files, the secured Query with the caller's
 * row rules, the masked columns, the model's version and the engine. It omits the dataset id, because guests share the
 * sample's file.
 */
const keyOf = (
  { dataset, whole }: OpenDataset,
  { query, masks, joined }: Prepared,
  { withheld = [], engine }: Options,
): string =>
  digest(
    JSON.stringify([
      resultVersion,
      engine ?? null,
      withheld,
      dataset.version.folder,
      whole.version,
      [...joined.values()].map((read) => [read.dataset.id, read.dataset.version.folder]),
      [...masks],
      { ...query, dataset: '' },
    ]),
  )

/** Logs the structure of a slow Query; the request log names caller and dataset. */
function noteSlow({ config, log }: Means, query: Query, ms: number): void {
  if (ms >= config.query.slow) log('warning', 'slow query', { ms, ...shapeOfQuery(query) })
}

const rowsOf = ({ dataset, profile }: ReadDataset): Rows => ({
  kind: 'parquet',
  folder: dataset.version.folder,
  rows: profile.rows,
  fields: profile.columns.map(({ name, type }) => ({ name, type })),
})

/** The rows that a Query may read; its datasets were found in the workspace when it was prepared. */
const rowsOfQuery = (open: OpenDataset, { joined }: Prepared): RowsOfQuery => ({
  dataset: open.dataset.id,
  of: new Map([[open.dataset.id, rowsOf(open)], ...[...joined].map(([id, read]) => [id, rowsOf(read)] as const)]),
})

async function compute(
  means: Means,
  engine: Engine,
  prepared: Prepared,
  withheld: readonly string[],
): Promise<Result<Table>> {
  const signal = AbortSignal.timeout(means.config.query.deadline)
  const started = Date.now()
  const result = await runSecured(prepared, async (query) => {
    const table = await engine.run(query, signal)
    return table.ok ? ok(withholdGroups(table.value, query, withheld)) : table
  })
  noteSlow(means, prepared.query, Date.now() - started)
  if (!signal.aborted) return result
  return fail('query/too-slow', { seconds: Math.round(means.config.query.deadline / 1000) })
}

/** Notes for the audit log which datasets a result was computed of. */
function tell({ trail }: Means, open: OpenDataset, { joined }: Prepared, table: Table): Result<Table> {
  for (const { dataset } of [open, ...joined.values()])
    trail.read({ dataset: dataset.id, version: dataset.version.id, rows: table.rows })
  return ok(table)
}

/** The result of a prepared Query, from the cache where it was computed before. */
async function tableOfPrepared(
  means: Means,
  open: OpenDataset,
  prepared: Prepared,
  options: Options = {},
): Promise<Result<Table>> {
  const key = keyOf(open, prepared, options)
  const known = await means.results.get(key)
  if (known) return tell(means, open, prepared, known)
  const engine = engineFor(rowsOfQuery(open, prepared), means, options.engine)
  const table = await compute(means, engine, prepared, options.withheld ?? [])
  if (!table.ok) return table
  means.defer(means.results.put(key, table.value, means.config.query.keptSeconds))
  return tell(means, open, prepared, table.value)
}

/** A Query that may be run: as it was validated, by what its result is known, and the result. */
export type Runnable = { readonly query: Query; readonly key: string; readonly run: () => Promise<Result<Table>> }

/** Validates a Query over an open dataset; it is run only when its result is wanted. */
export async function runnable(means: Means, open: OpenDataset, input: unknown): Promise<Result<Runnable>> {
  const prepared = await prepareQuery(means, open, input)
  if (!prepared.ok) return prepared
  const run = () => tableOfPrepared(means, open, prepared.value)
  return ok({ query: prepared.value.query, key: keyOf(open, prepared.value, {}), run })
}

/** The result of a Query over an open dataset, as whoever asks may have it. */
export async function tableOfQuery(means: Means, open: OpenDataset, input: unknown): Promise<Result<Table>> {
  const prepared = await prepareQuery(means, open, input)
  return prepared.ok ? tableOfPrepared(means, open, prepared.value) : prepared
}

/** Validates and answers a Query over an open dataset. */
export async function answerQuery(
  means: Means,
  open: OpenDataset,
  input: unknown,
  options?: Options,
): Promise<Result<WireTable>> {
  const prepared = await prepareQuery(means, open, input)
  return prepared.ok ? answerPrepared(means, open, prepared.value, options) : prepared
}

/** Answers a prepared Query. */
export async function answerPrepared(
  means: Means,
  open: OpenDataset,
  prepared: Prepared,
  options?: Options,
): Promise<Result<WireTable>> {
  const started = Date.now()
  const table = await tableOfPrepared(means, open, prepared, options)
  if (!table.ok) return table
  const { formats } = chartData(table.value, prepared.query, open.model)
  return ok(tableToWire(table.value, formats, Date.now() - started))
}
