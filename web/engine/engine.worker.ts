import { runQuery } from '#core/engine/run-query.ts'
import { ok, type Result } from '#core/result.ts'
import type { ByteSource } from '#core/table/byte-source.ts'
import { parquetSource } from '#core/table/parquet-source.ts'
import { rememberingSource } from '#core/table/remembering-source.ts'
import type { Source } from '#core/table/source.ts'
import type { EngineCalls, EngineReply, EngineRequest } from './messages.ts'
import { blobSource } from './blob-file.ts'
import { remoteFile } from './remote-file.ts'

/** A larger file stays at the edge: its columns would take the memory that the page needs. */
const largestFile = 16 * 1024 * 1024

const sources = new Map<string, Source>()

async function keep(dataset: string, file: ByteSource): Promise<Result<null>> {
  const opened = await parquetSource(file)
  if (!opened.ok) return opened
  sources.set(dataset, rememberingSource(opened.value, Number.POSITIVE_INFINITY))
  return ok(null)
}

async function openAt(dataset: string, url: string): Promise<void> {
  const file = await remoteFile(url)
  if (!(file.byteLength <= largestFile)) throw new Error('Too large to keep in the page')
  const kept = await keep(dataset, file)
  if (!kept.ok) throw new Error(kept.error.message)
}

function sourceOf(dataset: string): Source {
  const source = sources.get(dataset)
  if (!source) throw new Error(`Dataset ${dataset} is not open`)
  return source
}

type Answering = {
  readonly [Kind in keyof EngineCalls]: (
    asked: EngineCalls[Kind]['asks'],
  ) => Promise<Result<EngineCalls[Kind]['gives']>>
}

const answers: Answering = {
  async warm({ dataset, url, queries }) {
    if (!sources.has(dataset)) await openAt(dataset, url)
    for (const query of queries) await runQuery(query, sourceOf(dataset))
    return ok(null)
  },
  open: ({ dataset, file }) => keep(dataset, blobSource(file)),
  async close({ dataset }) {
    sources.delete(dataset)
    return ok(null)
  },
  run: ({ query }) => runQuery(query, sourceOf(query.dataset)),
  async ask({ question, model }) {
    const { askSource } = await import('#core/ask/ask-source.ts')
    return ok(await askSource(question, { model, source: sourceOf(model.dataset) }))
  },
  async suggest({ model }) {
    const { suggestQuestions } = await import('#core/ask/suggest.ts')
    return ok(suggestQuestions(model))
  },
}

async function answer(request: EngineRequest): Promise<EngineReply> {
  const { id, kind } = request
  const result = await (answers[kind] as (asked: EngineRequest) => Promise<Result<unknown>>)(request)
  return result.ok ? { id, ok: true, value: result.value } : { id, ok: false, problem: result.error }
}

self.addEventListener('message', ({ data }: MessageEvent<EngineRequest>) => {
  void answer(data)
    .catch((): EngineReply => ({ id: data.id, ok: false, problem: null }))
    .then((reply) => self.postMessage(reply, { transfer: [] }))
})
