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

/** Raised when the same Query over the same file may give another answer than before. */
const resultVersion = 3

type Means = Pick<Service, 'config' | 'files' | 'results' | 'defer' | 'log'> & Pick<Reader, 'store'>

/**
 * Who may see a result is decided before: what is remembered is named by the file, which only its workspace knows, by
 * the Query with the rules of whoever asks in it, by what is masked for them, and by the model that says how figures
 * are written. Guests share the sample's file, so the dataset's own id is left out.
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

/** What kind of Query took long; whose, and of what data, is told by the request's own line. */
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

/** The rows asked, with the columns of what is joined; its datasets were found in the workspace when the Query was prepared. */
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

/** Reads row groups when it is this work's turn; null where none came before the deadline of Queries. */
export const takeTurn = <Output>(
  { config }: Pick<Means, 'config'>,
  work: () => Promise<Output>,
): Promise<Output | null> => take(config.query.deadline, work)

/** The result of a Query over an open dataset, as whoever asks may have it. */
export async function tableOfQuery(means: Means, open: OpenDataset, input: unknown): Promise<Result<Table>> {
  const prepared = await prepareQuery(means, open, input)
  return prepared.ok ? inTurn(means, open, prepared.value) : prepared
}

/** Validates and answers a Query over an open dataset, from the cache where it was asked before. */
export async function answerQuery(means: Means, open: OpenDataset, input: unknown): Promise<Result<WireTable>> {
  const prepared = await prepareQuery(means, open, input)
  return prepared.ok ? answerPrepared(means, open, prepared.value) : prepared
}

/** Answers a prepared Query, without the groups that are withheld. */
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
