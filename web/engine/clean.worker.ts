import { previewRecipe } from '#core/clean/preview.ts'
import { loadRows, versionRows } from '#core/clean/row-source.ts'
import type { CleanField, Rows } from '#core/clean/rows.ts'
import { suggestSteps } from '#core/clean/suggest/suggest-steps.ts'
import { parquetSource } from '#core/table/parquet-source.ts'
import type { CleanReply, CleanRequest, Opened } from './clean-messages.ts'
import { fileAt } from './file-at.ts'

/** Maximum cells in memory: all of most tables, the first rows of others. */
const maxCells = 4_000_000

let fields: readonly CleanField[] = []
let loaded: readonly Rows[] = []

async function open({ file, columns }: Extract<CleanRequest, { kind: 'open' }>): Promise<Opened> {
  const source = await parquetSource(await fileAt(file))
  if (!source.ok) throw new Error(source.error.message)
  const rows = versionRows(source.value, columns, Math.ceil(maxCells / Math.max(1, columns.length)))
  loaded = await loadRows(rows)
  fields = rows.fields
  return { fields, rows: loaded.reduce((sum, { count }) => sum + count, 0), of: rows.rows }
}

async function answer(request: CleanRequest): Promise<CleanReply> {
  const { id, kind } = request
  switch (kind) {
    case 'open':
      return { id, ok: true, kind, value: await open(request) }
    case 'suggest':
      return { id, ok: true, kind, value: await suggestSteps(fields, loaded) }
    case 'preview':
      return { id, ok: true, kind, value: await previewRecipe(request.recipe, fields, loaded) }
  }
}

self.addEventListener('message', ({ data }: MessageEvent<CleanRequest>) => {
  void answer(data)
    .catch((): CleanReply => ({ id: data.id, ok: false }))
    .then((reply) => self.postMessage(reply, { transfer: [] }))
})
