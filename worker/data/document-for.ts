import { maskedDocument, withoutUnseen } from '#core/access/masked-document.ts'
import { seesEverything } from '#core/access/principal.ts'
import type { Dashboard } from '#core/dashboard/dashboard.ts'
import { openDataset, type Reader } from './open-dataset.ts'

/**
 * A dashboard for a principal: without tiles of datasets that they may not know of, and with values masked that filters
 * say of restricted columns.
 */
export async function documentFor(reader: Reader, document: Dashboard): Promise<Dashboard> {
  if (seesEverything(reader.principal)) return document
  const named = document.tiles.flatMap(({ query }) => [query.dataset, ...query.joins.map(({ dataset }) => dataset)])
  const datasets = [...new Set(named)]
  const found = await Promise.all(datasets.map((id) => reader.store.datasets.find(id)))
  const seen = datasets.filter((_, at) => found[at] !== null)
  const opened = await Promise.all(seen.map((id) => openDataset(reader, id)))
  const models = opened.flatMap((open) =>
    open.ok ? [{ model: open.value.whole, principal: open.value.principal }] : [],
  )
  return maskedDocument(withoutUnseen(document, new Set(seen)), models)
}
