import { withholdGroups } from '#core/access/disclosure/withhold-groups.ts'
import { runSecured } from '#core/access/run-secured.ts'
import { chartData } from '#core/charts/chart-data.ts'
import { joinedSource } from '#core/engine/joins/joined-source.ts'
import { queryBudget } from '#core/engine/query-budget.ts'
import { runQuery } from '#core/engine/run-query.ts'
import { fail } from '#core/errors.ts'
import type { Query } from '#core/query/query.ts'
import { shapeOfQuery } from '#core/query/shape-of-query.ts'
import { ok, type Result } from '#core/result.ts'
import type { Source } from '#core/table/source.ts'
import type { Table } from '#core/table/table.ts'
import { tableToWire, type WireTable } from '#core/wire/table.ts'
import { digest } from '../security/digest.ts'
import type { Service } from '../service.ts'
import { sourceOf, type OpenDataset, type Reader } from './open-dataset.ts'
import { type Prepared, prepareQuery } from './prepare-query.ts'
import { createTurns, giveTurn } from './take-turns.ts'

/** Increment when the same Query over the same file may give a different result. */
const resultVersion = 3

type Means = Pick<Service, 'config' | 'files' | 'results' | 'defer' | 'log'> & Pick<Reader, 'store'>

/**
 * Cache key of a result. Access is decided before, so the key consists of the file, the secured Query, the masked
 * columns and the model's formats. It omits the dataset id, because guests share the sample's file.
 */
const keyOf = (
  { dataset, whole }: OpenDataset,
  { query, masks, joined }: Prepared,
  withheld: readonly string[],
): string =>
  digest(
    JSON.stringify([
      resultVersion,
      withheld,
      dataset.version.folder,
      whole.version,
      [...joined.values()].map((read) => [read.dataset.id, read.dataset.version.folder]),
      [...masks],
      { ...query, dataset: '' },
    ]),
  )

const tooSlow = ({ config }: Pick<Service, 'config'>) =>
  fail('query/too-slow', { seconds: Math.round(config.query.deadline / 1000) })

/** At most three queries read row groups at once; more would exceed the isolate's memory. */
const take = createTurns(3)

/** Logs the structure of a slow Query; the request log names caller and dataset. */
function noteSlow({ config, log }: Means, query: Query, ms: number): void {
  if (ms >= config.query.slow) log('warning', 'slow query', { ms, ...shapeOfQuery(query) })
}

async function compute(
  means: Means,
  open: OpenDataset,
  prepared: Prepared,
  withheld: readonly string[],
): Promise<Result<Table>> {
  const source = await joinedFiles(means, open, prepared)
  if (!source.ok) return source
  const signal = AbortSignal.timeout(means.config.query.deadline)
  const started = Date.now()
  const result = await runSecured(prepared, async (query) => {
    const table = await runQuery(query, source.value, signal, queryBudget(giveTurn))
    return table.ok ? ok(withholdGroups(table.value, query, withheld)) : table
  })
  noteSlow(means, prepared.query, Date.now() - started)
  return signal.aborted ? tooSlow(means) : result
}

/** The Query's rows with joined columns; `prepareQuery` has checked the joined datasets. */
async function joinedFiles(
  { files }: Pick<Means, 'files'>,
  open: OpenDataset,
  { query, joined }: Prepared,
): Promise<Result<Source>> {
  const source = await sourceOf(files, open)
  if (!source.ok || query.joins.length === 0) return source
  return joinedSource(source.value, query.joins, async (id) => {
    const other = joined.get(id)
    return other ? sourceOf(files, other) : fail('dataset/not-found')
  })
}

async function inTurn(
  means: Means,
  open: OpenDataset,
  prepared: Prepared,
  withheld: readonly string[] = [],
): Promise<Result<Table>> {
  return (await takeTurn(means, () => compute(means, open, prepared, withheld))) ?? tooSlow(means)
}

/** Runs work that reads row groups when its turn comes; null if none came before the Query timeout. */
export const takeTurn = <Output>(
  { config }: Pick<Means, 'config'>,
  work: () => Promise<Output>,
): Promise<Output | null> => take(config.query.deadline, work)

/** The result of a Query over an open dataset, secured for the principal. */
export async function tableOfQuery(means: Means, open: OpenDataset, input: unknown): Promise<Result<Table>> {
  const prepared = await prepareQuery(means, open, input)
  return prepared.ok ? inTurn(means, open, prepared.value) : prepared
}

/** Validates and answers a Query over an open dataset, from the cache if possible. */
export async function answerQuery(means: Means, open: OpenDataset, input: unknown): Promise<Result<WireTable>> {
  const prepared = await prepareQuery(means, open, input)
  return prepared.ok ? answerPrepared(means, open, prepared.value) : prepared
}

/** Answers a prepared Query, without withheld groups. */
export async function answerPrepared(
  means: Means,
  open: OpenDataset,
  prepared: Prepared,
  withheld: readonly string[] = [],
): Promise<Result<WireTable>> {
  const key = keyOf(open, prepared, withheld)
  const started = Date.now()
  const known = (await means.results.get(key)) as WireTable | null
  if (known) return ok({ ...known, ms: Date.now() - started })
  const table = await inTurn(means, open, prepared, withheld)
  if (!table.ok) return table
  const { formats } = chartData(table.value, prepared.query, open.model)
  const answer = tableToWire(table.value, formats, Date.now() - started)
  means.defer(means.results.put(key, answer, means.config.query.keptSeconds))
  return ok(answer)
}
