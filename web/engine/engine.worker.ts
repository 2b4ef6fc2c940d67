import { runQuery } from '#core/engine/run-query.ts'
import { parquetSource } from '#core/table/parquet-source.ts'
import { rememberingSource } from '#core/table/remembering-source.ts'
import type { Source } from '#core/table/source.ts'
import type { EngineReply, EngineRequest } from './messages.ts'
import { remoteFile } from './remote-file.ts'

/** A larger file stays at the edge: its columns would take the memory that the page needs. */
const largestFile = 16 * 1024 * 1024

const sources = new Map<string, Source>()

async function open(dataset: string, url: string): Promise<void> {
  const file = await remoteFile(url)
  if (!(file.byteLength <= largestFile)) throw new Error('Too large to keep in the page')
  const opened = await parquetSource(file)
  if (!opened.ok) throw new Error(opened.error.message)
  sources.set(dataset, rememberingSource(opened.value, Number.POSITIVE_INFINITY))
}

async function answer(request: EngineRequest): Promise<EngineReply> {
  const { id } = request
  if (request.kind === 'warm') {
    if (!sources.has(request.dataset)) await open(request.dataset, request.url)
    const source = sources.get(request.dataset)
    for (const query of source ? request.queries : []) if (source) await runQuery(query, source)
    return { id, ok: true, table: null }
  }
  const source = sources.get(request.query.dataset)
  const result = source && (await runQuery(request.query, source))
  return result?.ok ? { id, ok: true, table: result.value } : { id, ok: false }
}

self.addEventListener('message', ({ data }: MessageEvent<EngineRequest>) => {
  void answer(data)
    .catch((): EngineReply => ({ id: data.id, ok: false }))
    .then((reply) => self.postMessage(reply, { transfer: [] }))
})
