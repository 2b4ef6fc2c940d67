import { placeOfDataset } from '../db/datasets.ts'
import type { Id } from '#core/ids.ts'
import type { Service } from '../service.ts'
import { toWireDataset } from '../wire/dataset.ts'
import { everything } from '../db/standing.ts'

type Which = { readonly workspace: Id<'workspace'>; readonly dataset: Id<'dataset'> }

/**
 * Sends a dataset's state to the workspace's open pages. Failures are ignored, because pages reload when they
 * reconnect.
 */
export async function tellDataset({ storeOf, rooms, log }: Service, { workspace, dataset: id }: Which): Promise<void> {
  const dataset = await storeOf(workspace, everything).datasets.find(id)
  if (!dataset) return
  await rooms
    .publish(workspace, { type: 'dataset-changed', dataset: toWireDataset(dataset) }, placeOfDataset(dataset))
    .catch((error: unknown) => log('warning', 'no live line', { error }))
}
