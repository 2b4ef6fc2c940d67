import { openRowView, type RowView } from '#core/engine/rows/row-view.ts'
import { Cancelled } from '#core/engine/scan.ts'
import { parquetSource } from '#core/table/parquet-source.ts'
import { cachingSource } from '#core/table/caching-source.ts'
import type { Source } from '#core/table/source.ts'
import { fileAt } from './file-at.ts'
import type { RowMessage, RowReply } from './row-messages.ts'

/** Maximum bytes of cached columns: a million rows of twenty columns. */
const maxBytes = 192 * 1024 * 1024

type Open = { readonly stop: AbortController; readonly view: Promise<RowView> }

let known: { readonly url: string; readonly source: Promise<Source> } | null = null
const views = new Map<number, Open>()

async function openSource(url: string, file: Blob | null): Promise<Source> {
  const opened = await parquetSource(await fileAt(file ?? url))
  if (!opened.ok) throw new Error(opened.error.message)
  return cachingSource(opened.value, maxBytes)
}

/** Keeps one file open. */
function sourceAt(url: string, file: Blob | null): Promise<Source> {
  if (known?.url === url) return known.source
  const source = openSource(url, file)
  known = { url, source }
  source.catch(() => known?.source === source && (known = null))
  return source
}

async function answer(message: RowMessage): Promise<RowReply> {
  const { id } = message
  if (message.kind === 'open') {
    const stop = new AbortController()
    const view = sourceAt(message.url, message.file).then((source) => openRowView(source, message.choice, stop.signal))
    views.set(message.view, { stop, view })
    return { id, ok: true, rows: (await view).rows, stretch: null }
  }
  const open = views.get(message.view)
  if (message.kind === 'close') {
    open?.stop.abort()
    views.delete(message.view)
  }
  if (message.kind === 'close' || open === undefined) return { id, ok: false, reason: 'closed' }
  const view = await open.view
  return { id, ok: true, rows: view.rows, stretch: await view.read(message.from, message.to, message.columns) }
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
