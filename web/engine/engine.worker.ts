import { runInParts } from '#core/engine/parts/run-in-parts.ts'
import { runQuery } from '#core/engine/run-query.ts'
import { columnsOfQuery } from '#core/query/columns-of-query.ts'
import type { Query } from '#core/query/query.ts'
import { ok, type Result } from '#core/result.ts'
import { type Cost, costOfReading } from '#core/table/cost-of-reading.ts'
import { parquetSource } from '#core/table/parquet-source.ts'
import { cachingSource } from '#core/table/caching-source.ts'
import type { Source } from '#core/table/source.ts'
import type { Table } from '#core/table/table.ts'
import type { EngineCalls, EngineReply, EngineRequest } from './messages.ts'
import { breathingSource } from './breathing-source.ts'
import { fileAt } from './file-at.ts'
import { mostHeld } from './most-held.ts'
import { createParts, type Parts } from './parts.ts'
import { createUnderWay } from './under-way.ts'

const megabyte = 1024 * 1024
/** Maximum cost of a Query over a server file; above it, the download takes longer than the server. */
const most: Cost = { fetched: 64 * megabyte, held: 384 * megabyte }

type Opened = { readonly source: Source; readonly isHere: boolean; readonly parts: Parts | null }

const opened = new Map<string, Opened>()
const openParts = createParts(navigator.hardwareConcurrency)

async function keep(dataset: string, file: Blob | string): Promise<Result<null>> {
  const parquet = await parquetSource(await fileAt(file))
  if (!parquet.ok) return parquet
  const source = breathingSource(cachingSource(parquet.value, mostHeld))
  opened.set(dataset, { source, isHere: file instanceof Blob, parts: await openParts(dataset, file, source) })
  return ok(null)
}

async function openAt(dataset: string, url: string): Promise<void> {
  const kept = await keep(dataset, url)
  if (!kept.ok) throw new Error(kept.error.message)
}

function openedOf(dataset: string): Opened {
  const known = opened.get(dataset)
  if (!known) throw new Error(`Dataset ${dataset} is not open`)
  return known
}

/** True if the page can answer the Query within that cost. */
function isWithinReach(query: Query): boolean {
  const { source, isHere } = openedOf(query.dataset)
  const { fetched, held } = costOfReading(source, columnsOfQuery(query))
  return isHere || (fetched <= most.fetched && held <= most.held)
}

async function run(query: Query, signal: AbortSignal): Promise<Result<Table>> {
  if (!isWithinReach(query)) throw new Error('Better answered at the edge')
  const { source, parts } = openedOf(query.dataset)
  if (!parts) return runQuery(query, source, signal)
  // If a helper worker fails, this worker reads all rows.
  const ask = (plain: Query) => parts.ask(plain, signal)
  return runInParts(query, source, ask, signal).catch(() => runQuery(query, source, signal))
}

function close(dataset: string): void {
  opened.get(dataset)?.parts?.close()
  opened.delete(dataset)
}

type Answering = {
  readonly [Kind in keyof EngineCalls]: (
    asked: EngineCalls[Kind]['asks'],
    signal: AbortSignal,
  ) => Promise<Result<EngineCalls[Kind]['gives']>>
}

const answers: Answering = {
  async warm({ dataset, url, queries }, signal) {
    if (!opened.has(dataset)) await openAt(dataset, url)
    for (const query of queries.filter(isWithinReach)) await run(query, signal)
    return ok(null)
  },
  open: ({ dataset, file }) => keep(dataset, file),
  async close({ dataset }) {
    close(dataset)
    return ok(null)
  },
  run: ({ query }, signal) => run(query, signal),
  async stop({ call }) {
    underWay.stop(call)
    return ok(null)
  },
  async ask({ question, model, after }) {
    const started = performance.now()
    const [{ askSource }, { answerToWire }] = await Promise.all([
      import('#core/ask/ask-source.ts'),
      import('#core/wire/answer.ts'),
    ])
    const [first, ...others] = after
    const answer = await askSource(question, {
      model,
      source: openedOf(model.dataset).source,
      after: first && [first, ...others],
      now: Date.now(),
    })
    return ok(answerToWire(answer, model, performance.now() - started))
  },
  async suggest({ model }) {
    const { suggestQuestions } = await import('#core/ask/suggest.ts')
    return ok(suggestQuestions(model))
  },
}

const underWay = createUnderWay()

async function answer(request: EngineRequest): Promise<EngineReply> {
  const { id, kind } = request
  const act = answers[kind] as (asked: EngineRequest, signal: AbortSignal) => Promise<Result<unknown>>
  const result = await underWay.during(id, (signal) => act(request, signal))
  return result.ok ? { id, ok: true, value: result.value } : { id, ok: false, problem: result.error }
}

self.addEventListener('message', ({ data }: MessageEvent<EngineRequest>) => {
  void answer(data)
    .catch((): EngineReply => ({ id: data.id, ok: false, problem: null }))
    .then((reply) => self.postMessage(reply, { transfer: [] }))
})
