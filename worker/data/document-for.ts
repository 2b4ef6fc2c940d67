import { maskedDocument } from '#core/access/masked-document.ts'
import type { Dashboard } from '#core/dashboard/dashboard.ts'
import { openDataset, type Reader } from './open-dataset.ts'

/** A dashboard for a principal; masks filter values on restricted columns. */
export async function documentFor(reader: Reader, document: Dashboard): Promise<Dashboard> {
  if (reader.principal.role === 'owner') return document
  const datasets = [...new Set(document.tiles.map(({ query }) => query.dataset))]
  const opened = await Promise.all(datasets.map((id) => openDataset(reader, id)))
  const models = opened.flatMap((open) => (open.ok ? [open.value.whole] : []))
  return maskedDocument(document, models, reader.principal)
}
