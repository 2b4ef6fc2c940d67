import { openRowView, type RowView } from '#core/engine/rows/row-view.ts'
import { Cancelled } from '#core/engine/scan.ts'
import type { ByteSource } from '#core/table/byte-source.ts'
import { parquetSource } from '#core/table/parquet-source.ts'
import { cachingSource } from '#core/table/caching-source.ts'
import type { Source } from '#core/table/source.ts'
import { blobSource } from './blob-file.ts'
import { remoteFile } from './remote-file.ts'
import type { RowMessage, RowReply } from './row-messages.ts'

/** Maximum bytes of cached columns: a million rows of twenty columns. */
const maxBytes = 192 * 1024 * 1024

type Open = { readonly stop: AbortController; readonly view: Promise<RowView> }

/** The file on this device; null while its bytes come from the server. */
let here: ByteSource | null = null
let known: Promise<Source> | null = null
const views = new Map<number, Open>()

async function bytesAt(url: string): Promise<ByteSource> {
  if (here) return here
  const there = await remoteFile(url)
  return { byteLength: there.byteLength, slice: (start, end) => (here ?? there).slice(start, end) }
}

async function openSource(url: string): Promise<Source> {
  const opened = await parquetSource(await bytesAt(url))
  if (!opened.ok) throw new Error(opened.error.message)
  return cachingSource(opened.value, maxBytes)
}

/** Keeps the file open. */
function sourceAt(url: string): Promise<Source> {
  if (known) return known
  const source = openSource(url)
  known = source
  source.catch(() => known === source && (known = null))
  return source
}

const done = (id: number): RowReply => ({ id, ok: true, rows: 0, stretch: null })
const closed = (id: number): RowReply => ({ id, ok: false, reason: 'closed' })

async function answer(message: RowMessage): Promise<RowReply> {
  const { id } = message
  switch (message.kind) {
    case 'have':
      here = blobSource(message.file)
      return done(id)
    case 'open': {
      const stop = new AbortController()
      const view = sourceAt(message.url).then((source) => openRowView(source, message.choice, stop.signal))
      views.set(message.view, { stop, view })
      return { id, ok: true, rows: (await view).rows, stretch: null }
    }
    case 'read': {
      const view = await views.get(message.view)?.view
      if (view === undefined) return closed(id)
      return { id, ok: true, rows: view.rows, stretch: await view.read(message.from, message.to, message.columns) }
    }
    case 'close':
      views.get(message.view)?.stop.abort()
      views.delete(message.view)
      return closed(id)
  }
}

self.addEventListener('message', ({ data }: MessageEvent<RowMessage>) => {
  void answer(data)
    .catch((error: unknown): RowReply => ({
      id: data.id,
      ok: false,
      reason: error instanceof Cancelled ? 'closed' : 'unreachable',
    }))
    .then((reply) => self.postMessage(reply, { transfer: [] }))
})
