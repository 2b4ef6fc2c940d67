import { chartData } from '#core/charts/chart-data.ts'
import { runQuery } from '#core/engine/run-query.ts'
import { fail } from '#core/errors.ts'
import type { Query } from '#core/query/query.ts'
import { prepareQuery } from '#core/query/prepare-query.ts'
import { ok, type Result } from '#core/result.ts'
import { digest } from '../security/digest.ts'
import type { Service } from '../service.ts'
import { toWireTable, type WireTable } from '../wire/table.ts'
import { sourceOf, type OpenDataset } from './open-dataset.ts'
import { createTurns } from './take-turns.ts'

/** Raised when the same Query over the same file may give another answer than before. */
const resultVersion = 2

type Means = Pick<Service, 'config' | 'files' | 'results' | 'defer'>

/** Who may see a result is decided before; the key names the file, which only its workspace knows. */
const keyOf = (folder: string, asked: Query): string => digest(JSON.stringify([resultVersion, folder, asked]))

const tooSlow = ({ config }: Means) => fail('query/too-slow', { seconds: Math.round(config.query.deadline / 1000) })

/** So many may read row groups at once: they keep the store busy, and more would not fit into an isolate. */
const take = createTurns(3)

async function compute(means: Means, open: OpenDataset, asked: Query): Promise<Result<WireTable>> {
  const started = Date.now()
  const source = await sourceOf(means.files, open)
  if (!source.ok) return source
  const signal = AbortSignal.timeout(means.config.query.deadline)
  const result = await runQuery(asked, source.value, signal)
  if (signal.aborted) return tooSlow(means)
  if (!result.ok) return result
  return ok(toWireTable(result.value, chartData(result.value, asked, open.model).formats, Date.now() - started))
}

/** Validates and answers a Query over an open dataset, from the cache where it was asked before. */
export async function answerQuery(means: Means, open: OpenDataset, input: unknown): Promise<Result<WireTable>> {
  const { model } = open
  const asked = prepareQuery(input, { model, fields: model.columns, now: Date.now() })
  if (!asked.ok) return asked
  // Guests share the sample's file, so the dataset's own id is left out of what is remembered.
  const key = keyOf(open.dataset.version.folder, { ...asked.value, dataset: '' })
  const started = Date.now()
  const known = (await means.results.get(key)) as WireTable | null
  if (known) return ok({ ...known, ms: Date.now() - started })
  const computed = (await take(means.config.query.deadline, () => compute(means, open, asked.value))) ?? tooSlow(means)
  if (computed.ok) means.defer(means.results.put(key, computed.value))
  return computed
}
