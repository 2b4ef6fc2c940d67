import type { Dataset } from '../db/datasets.ts'
import { toWireDataset, type WireDataset, type WireVersion } from '../wire/dataset.ts'
import { maySeeAll, type Reader } from './open-dataset.ts'

/** What is said of a version to whoever sees a part of its data: nothing that names values or columns. */
export const partOf = <Told extends Pick<WireVersion, 'drift' | 'choices'>>(told: Told): Told => ({
  ...told,
  drift: null,
  choices: null,
  ...('held' in told ? { held: null } : {}),
})

/** A dataset as it is told to whoever asks. */
export async function toldOf(reader: Pick<Reader, 'store' | 'principal'>, dataset: Dataset): Promise<WireDataset> {
  const told = toWireDataset(dataset)
  if (await maySeeAll(reader, dataset)) return told
  return { ...partOf(told), next: told.next && partOf(told.next) }
}
