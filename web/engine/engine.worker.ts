import { runQuery } from '#core/engine/run-query.ts'
import { parquetSource } from '#core/table/parquet-source.ts'
import type { Source } from '#core/table/source.ts'
import type { Column } from '#core/table/table.ts'
import type { EngineReply, EngineRequest } from './messages.ts'

/** A larger file stays at the edge: its columns would take the memory that the page needs. */
const largestFile = 16 * 1024 * 1024

const sources = new Map<string, Source>()

async function range(url: string, start: number, end: number): Promise<Response> {
  const response = await fetch(url, { headers: { range: `bytes=${start}-${end - 1}` } })
  if (response.status !== 206) throw new Error(`Asked for a range, got ${response.status}`)
  return response
}

async function sizeOf(url: string): Promise<number> {
  const response = await range(url, 0, 4)
  return Number(response.headers.get('content-range')?.split('/')[1] ?? Number.NaN)
}

/** A source that decodes each column of each row group once. */
function remembering(source: Source): Source {
  const known = new Map<string, Promise<Column | undefined>>()
  return {
    ...source,
    async read(group, names) {
      const key = (name: string): string => `${group} ${name}`
      const missing = names.filter((name) => !known.has(key(name)))
      const reading = source.read(group, missing)
      for (const [index, name] of missing.entries())
        known.set(
          key(name),
          reading.then((table) => table.columns[index]),
        )
      const columns = await Promise.all(names.map((name) => known.get(key(name))))
      return { rows: source.rowGroups[group]?.rows ?? 0, columns: columns.filter((column) => column !== undefined) }
    },
  }
}

async function open(dataset: string, url: string): Promise<void> {
  const byteLength = await sizeOf(url)
  if (!(byteLength <= largestFile)) throw new Error('Too large to keep in the page')
  const opened = await parquetSource({
    byteLength,
    slice: async (start, end) => (await range(url, start, end)).arrayBuffer(),
  })
  if (!opened.ok) throw new Error(opened.error.message)
  sources.set(dataset, remembering(opened.value))
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
